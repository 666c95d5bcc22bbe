import { holdsPersonalValue, maskedText, masks } from '../../domain/mask';

describe('personal values are masked', () => {
  it.each([
    ['person', '示例联系人', '示*'],
    ['person', '张三', '张*'],
    ['person', '𠮷田', '𠮷*'],
    ['person', 'Li Ming', 'L*'],
    ['phone', '13800001111', '138****1111'],
    ['phone', '+86 13800001111', '138****1111'],
    ['phone', '8613800001111', '138****1111'],
    ['phone', '0571-85023456', '057****3456'],
    ['phone', '0571-85023456-123', '057****3456'],
    ['phone', '400-820-8820', '400****8820'],
    ['phone', '1380000', '****'],
    ['email', 'applicant@example.org', 'a***@example.org'],
    ['email', 'a@example.org', 'a***@example.org'],
    ['email', 'not an address', '****'],
    ['idNumber', '330103199001011234', '330103********1234'],
    ['idNumber', '3301', '****'],
  ] as const)('%s %s is shown as %s', (field, value, shown) => {
    expect(masks[field](value)).toBe(shown);
  });
});

describe('a text that holds a value by which a person is found', () => {
  it.each([
    ['请拨打13800001111联系', '请拨打138****1111联系'],
    ['电话 +86 138-0000-1111。', '电话 138****1111。'],
    ['138 0000 1111', '138****1111'],
    ['发至 li.ming@example.org，谢谢', '发至 l***@example.org，谢谢'],
    ['550 <applicant@example.org>: no such mailbox', '550 <a***@example.org>: no such mailbox'],
    ['身份证330103199001011230已核验', '身份证330103********1230已核验'],
    ['33010319900101123x', '330103********123x'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskedText(text)).toBe(shown);
    expect(holdsPersonalValue(text)).toBe(true);
  });

  it.each([
    '符合条件，准予许可',
    '统一社会信用代码 52330103MA9000003R',
    'XCTY-2026-000001.1.accept',
    '2026-09-28T02:00:00.000Z',
    '示例〔2026〕1号',
    '金额 1380000111122 元',
    '每日9:00至17:00，共30个托位',
  ])('%s holds none', (text) => {
    expect(maskedText(text)).toBe(text);
    expect(holdsPersonalValue(text)).toBe(false);
  });
});

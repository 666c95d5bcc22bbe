import { columns } from '../../api/takeOver/columns';
import { rowsOf, textOf } from '../../api/takeOver/csv';
import { entryOf, faultsIn, headed } from '../../api/takeOver/rows';
import { takeOverEntry, unifiedCodeOf } from '../world/takeOvers';
import { xiacheng } from './plan/plans';

const { application, filing } = takeOverEntry(1);

describe('a file of institutions', () => {
  const rows = (text: string) => rowsOf(text).map(({ line, cells }) => [line, ...cells]);

  test('is read as spreadsheets write it: quotes, lines within a cell, empty rows, either end of line', () => {
    expect(rows('a,b\r\n"1,2","say ""hi"""\r\n\r\n"two\nlines",\n last , 9')).toEqual([
      [1, 'a', 'b'],
      [2, '1,2', 'say "hi"'],
      [4, 'two\nlines', ''],
      [6, 'last', '9'],
    ]);
    expect(rows('a,')).toEqual([[1, 'a', '']]);
    expect(rows('')).toEqual([]);
    expect(() => rowsOf('a\nb,"c\nd')).toThrow('第 2 行');
    expect(() => rowsOf('a\nb,c"d"')).toThrow('第 2 行');
  });

  test('is UTF-8 with or without its mark, or GB 18030', () => {
    const gb = Uint8Array.of(0xbb, 0xfa, 0xb9, 0xb9);
    expect([textOf(gb), textOf(Buffer.from('\ufeff机构'))]).toEqual(['机构', '机构']);
  });

  const header = columns.map(({ zh }) => zh);
  const cells: Readonly<Record<string, string>> = {
    举办者: 'test-organisation',
    机构名称: '老园1',
    机构地址: '示例路1号',
    街道: '石桥街道',
    服务模式: '社会兴办',
    服务形式: '全日制',
    机构性质: '非营利性',
    统一社会信用代码: unifiedCodeOf(1),
    登记机关: '示例区民政局',
    登记日期: '2021/2/1',
    备案回执编号: filing.receiptNo,
    备案日期: '2021年3月5日',
    托位数: '30',
    班级: '托小班 10；托大班 20',
    是否供餐: '是',
    保育人员: '托小班 2；托大班:3',
    负责人大专以上: '是',
    负责人工作年限: '5',
    无犯罪记录证明: '有',
    建筑面积: '300',
    最高楼层: '2',
    使用地下室: '否',
    窗地面积比: '0.25',
    监控保存天数: '90',
    联系人: application.contact.person,
    联系电话: application.contact.phone,
    电子邮箱: application.contact.email,
    核实情况: takeOverEntry(1).statement,
  };
  const row = { line: 2, cells: header.map((zh) => cells[zh] ?? '') };

  test('has a row for each, which says all that the API is told', () => {
    const whole = takeOverEntry(1);
    expect(entryOf(columns, row, xiacheng.plan)).toEqual({
      ...whole,
      application: {
        ...whole.application,
        contact: { ...whole.application.contact, organisation: whole.organisation },
      },
    });
  });

  test('has a first row that names the columns, in either language and any order', () => {
    const fine = headed({ line: 1, cells: [...columns].reverse().map(({ key }) => key) });
    expect([fine.faults, fine.found[0]?.key]).toEqual([[], 'statement']);
    const { faults } = headed({ line: 1, cells: ['颜色', '街道', '街道', ...header.slice(4)] });
    expect(faults.map(({ column, message }) => `${column} ${message.en}`)).toEqual([
      '颜色 there is no such column',
      '街道 stands there twice',
      '举办者 is missing',
      '机构名称 is missing',
      '机构地址 is missing',
    ]);
  });

  test('tells what is wrong by line and column, and of the row where no column holds it', () => {
    const message = { zh: '不对', en: 'wrong' };
    const at = (pointer: string) => faultsIn(row, [{ pointer, code: 'x', message }], xiacheng.plan)[0];
    expect(at('/application/facts/classes/1/places')).toEqual({
      line: 2,
      column: '班级',
      message,
      allowed: [],
    });
    expect(at('/application/facts/existingRegistration')?.column).toBe('统一社会信用代码');
    expect(at('/filing/receiptNo')?.column).toBe('备案回执编号');
    expect(at('/application/facts/materials')?.column).toBeNull();
    expect(at('/application/facts/subdistrict')?.allowed).toContain('石桥街道');
    expect(at('/application/facts/meals')?.allowed).toEqual(['是', '否']);
    expect(at('/application/facts/ownership')?.allowed).toHaveLength(3);
  });

  test('leaves to the rules of an entry what a cell cannot be read as', () => {
    const wrong = {
      line: 2,
      cells: header.map(
        (zh) => ({ 托位数: '三十', 是否供餐: '也许', 街道: '某街道', 班级: '大班' })[zh] ?? '',
      ),
    };
    expect(entryOf(columns, wrong, xiacheng.plan)).toMatchObject({
      registration: null,
      application: {
        facts: {
          places: '三十',
          meals: '也许',
          subdistrict: '某街道',
          classes: [{ kind: '大班', places: null }],
          existingRegistration: null,
        },
      },
    });
  });
});

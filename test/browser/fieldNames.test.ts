import { fieldNames, learnSchemas } from '../../web/form/schema';

const described = (description: string) => ({ properties: { statement: { description } } });
const schemas = {
  WorkItemAct: { oneOf: [described('陈述申辩内容 · The statement')] },
  CaseAct: { oneOf: [] },
  SupportRequest: described('申请理由和材料说明 · What is said to it, and to its papers'),
  TakeOverEntry: described('如何核对、由谁负责 · Who vouches'),
};

describe('the words of an event stand under the name of the field that they were written in', () => {
  beforeAll(async () => {
    const answer = new Response(JSON.stringify({ components: { schemas } }));
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(answer);
    await learnSchemas();
  });
  afterAll(() => jest.restoreAllMocks());

  it.each([
    ['contested', '陈述申辩内容 · The statement'],
    ['takenOver', '如何核对、由谁负责 · Who vouches'],
    ['begun', '申请理由和材料说明 · What is said to it, and to its papers'],
  ])('%s', (event, name) => {
    expect(fieldNames(event).get('statement')).toBe(name);
  });
});

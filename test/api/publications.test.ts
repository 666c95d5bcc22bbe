import type { CaseFile } from '../../domain/caseFile';
import { deliver } from '../letters/courier';
import { application } from '../world/applications';
import { official } from '../world/people';
import { type House, openHouse } from './house';
import { actOn, advance, begin, fileOf, openItem, submitDraft } from './way';
import { type Body, told } from './wire';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const decisions = '/api/v1/register/decisions';
const nonConformities = '/api/v1/register/non-conformities';
const html = { accept: 'text/html' };

async function entries(path: string): Promise<readonly Body[]> {
  const { status, body } = await house.call(null, 'GET', path);
  expect(status).toBe(200);
  return body.entries as readonly Body[];
}

async function applied(name: string): Promise<string> {
  const content = application({});
  const draft = await begin(house, { ...content, institution: { ...content.institution, name } });
  return (await submitDraft(house, draft)).body.caseId as string;
}

/** A case whose decision to grant is made, and told. */
async function granted(name: string): Promise<CaseFile> {
  const caseId = await applied(name);
  await advance(house, caseId, 'endorse');
  await deliver(house, caseId);
  return fileOf(house, caseId);
}

/** A case whose filing was found not to conform. */
async function nonConforming(name: string, reason: string): Promise<string> {
  const caseId = await applied(name);
  const item = openItem(await advance(house, caseId, 'conformity'), 'conformity');
  const body = { act: 'findNonConforming', reason };
  expect((await actOn(house, item, body, official('health', 'filingOfficer'))).status).toBe(200);
  return caseId;
}

describe('the decisions to grant (行政许可法 第四十条)', () => {
  it('are public before the certificate is there, and after it', async () => {
    const { caseId, decisionNo, dates } = await granted('阳光托育');
    const published = {
      decisionNo,
      institution: '阳光托育',
      decidedOn: dates.decision,
      deciding: {
        id: 'shiqiao',
        name: expect.objectContaining({ en: expect.any(String) as string }) as object,
      },
    };
    expect(decisionNo).toMatch(/〔2026〕/);
    expect(await entries(decisions)).toEqual([published]);
    expect(await entries('/api/v1/register')).toEqual([]);
    await advance(house, caseId, 'end');
    expect(await entries(decisions)).toEqual([published]);
  });

  it('are published once the applicant was told, and never where the answer is no', async () => {
    const caseId = await applied('月亮托育');
    await advance(house, caseId, 'endorse');
    expect(await entries(decisions)).toEqual([]);
    await deliver(house, caseId);
    expect(await entries(decisions)).toHaveLength(1);

    const other = await applied('星星托育');
    const draft = openItem(await advance(house, other, 'draft'), 'draft');
    const refusal = { act: 'draft', result: 'refused', grounds: '消防条件不具备' };
    expect((await actOn(house, draft, refusal, official('shiqiao', 'caseOfficer'))).status).toBe(200);
    const decide = openItem(await advance(house, other, 'decide'), 'decide');
    const refused = { act: 'decide', result: 'refused' };
    expect((await actOn(house, decide, refused, official('shiqiao', 'decisionMaker'))).status).toBe(200);
    await deliver(house, other);
    expect((await fileOf(house, other)).outcome).toBe('refused');
    expect(await entries(decisions)).toHaveLength(1);
  });

  it('never show one that was amended before its applicant was told', async () => {
    const caseId = await applied('阳光托育');
    await advance(house, caseId, 'endorse');
    const slip = await fileOf(house, caseId);
    const decided = slip.items[slip.current.decide!]!;
    const signer = official('shiqiao', 'decisionMaker');
    expect((await actOn(house, decided, { act: 'amend', reason: '更正' }, signer)).status).toBe(200);
    await deliver(house, caseId);
    expect(await entries(decisions)).toEqual([]);
    await advance(house, caseId, 'endorse');
    await deliver(house, caseId);
    const { decisionNo } = await fileOf(house, caseId);
    expect(decisionNo).not.toBe(slip.decisionNo);
    expect((await entries(decisions)).map((entry) => entry.decisionNo)).toEqual([decisionNo]);
  });

  it('come page by page, the newer cases first', async () => {
    for (const name of ['一', '二', '三']) await granted(name);
    const first = await house.call(null, 'GET', `${decisions}?limit=2`);
    expect((first.body.entries as readonly Body[]).map(({ institution }) => institution)).toEqual([
      '三',
      '二',
    ]);
    const next = first.body.next as string;
    expect(
      (await entries(`${decisions}?limit=2&cursor=${next}`)).map(({ institution }) => institution),
    ).toEqual(['一']);
    expect(told(await house.call(null, 'GET', `${nonConformities}?cursor=${next}`))).toEqual([
      400,
      'malformedRequest',
    ]);
  });
});

describe('the filings that did not conform (国卫办人口发〔2019〕25号)', () => {
  it('are public with the reasons once the applicant was told, and say so once they were mended', async () => {
    const caseId = await nonConforming('阳光托育', '缺少公章');
    expect(await entries(nonConformities)).toEqual([]);
    await deliver(house, caseId);
    const letter = (await fileOf(house, caseId)).letters.find(({ kind }) => kind === 'nonConforming')!;
    const published = {
      letterNo: letter.no,
      institution: '阳光托育',
      foundOn: letter.on,
      filing: expect.objectContaining({ id: 'health' }) as object,
      reason: '缺少公章',
      mended: false,
    };
    expect(await entries(nonConformities)).toEqual([published]);
    await advance(house, caseId, 'end');
    expect(await entries(nonConformities)).toEqual([{ ...published, mended: true }]);
  });
});

test('what is published names nobody', async () => {
  await granted('阳光托育');
  await deliver(house, await nonConforming('月亮托育', '缺少公章'));
  for (const path of [
    decisions,
    nonConformities,
    '/register',
    '/register/decisions',
    '/register/non-conformities',
  ]) {
    const { status, text } = await house.call(
      null,
      'GET',
      path,
      path.startsWith('/api') ? {} : { headers: html },
    );
    expect(status).toBe(200);
    expect(text).toContain('托育');
    for (const word of [
      '示例联系人',
      '13800001111',
      'applicant@example.org',
      'test-organisation',
      'shiqiao-',
    ])
      expect(text).not.toContain(word);
  }
});

test('the register’s page shows the newest of both, and leads to all of them', async () => {
  await granted('阳光托育');
  await deliver(house, await nonConforming('<b>月亮</b>', '缺少<i>公章</i>'));
  const page = await house.call(null, 'GET', '/register', { headers: html });
  for (const words of ['阳光托育', '&lt;b&gt;月亮&lt;/b&gt;', '缺少&lt;i&gt;公章&lt;/i&gt;']) {
    expect(page.text).toContain(words);
  }
  for (const path of ['/register/decisions', '/register/non-conformities']) {
    expect(page.text).toContain(`href="${path}"`);
    const list = await house.call(null, 'GET', `${path}?limit=1`, { headers: html });
    expect(list.status).toBe(200);
  }
  const first = await house.call(null, 'GET', '/register/decisions?limit=1', { headers: html });
  const next = /href="(\/register\/decisions\?[^"]+)"\s+rel="next"/.exec(first.text)?.[1];
  expect((await house.call(null, 'GET', next ?? '', { headers: html })).text).toContain('阳光托育');
});

import { application } from '../world/applications';
import { type House, openHouse } from './house';
import { advance, apply, begin, submitDraft } from './way';
import { type Body, told } from './wire';

let house: House;
const html = { accept: 'text/html' };

async function certified(name: string, changes = {}): Promise<string> {
  const content = application(changes);
  const draft = await begin(house, { ...content, institution: { ...content.institution, name } });
  const { caseId } = (await submitDraft(house, draft)).body;
  return (await advance(house, caseId as string, 'end')).certificateNo!;
}

beforeAll(async () => {
  house = await openHouse();
  await certified('阳光100%托育');
  await certified('月亮_托育', { serviceMode: 'community', subdistrict: 'tianshui' });
  await certified('<b>星星</b>"托育"', { ownership: 'forProfit' });
  await apply(house);
});
afterAll(() => house.close());

const search = (query = '') => house.call(null, 'GET', `/api/v1/register${query}`);
const names = async (query: Record<string, string>) => {
  const { body } = await search(`?${new URLSearchParams(query).toString()}`);
  return (body.entries as readonly Body[]).map(({ institution }) => institution as string);
};

describe('the public register', () => {
  it('lists the institutions with a certificate, the newest first, to anybody', async () => {
    expect(await names({})).toEqual(['<b>星星</b>"托育"', '月亮_托育', '阳光100%托育']);
    const [entry] = (await search()).body.entries;
    expect(entry).toMatchObject({
      certificateNo: 'XCTY-C-2026-000003',
      ownershipLabel: { zh: '营利性', en: 'For-profit' },
      places: 30,
      issuedOn: '2026-09-28',
      verify: `${house.publicUrl}/verify/XCTY-C-2026-000003`,
    });
  });

  it('names nobody and says nothing that is personal', async () => {
    for (const text of [
      (await search()).text,
      (await house.call(null, 'GET', '/register', { headers: html })).text,
    ])
      for (const word of ['示例联系人', '13800001111', 'applicant@example.org', 'test-organisation'])
        expect(text).not.toContain(word);
  });

  it.each([
    [{ name: '托育' }, 3],
    [{ name: '月亮' }, 1],
    [{ name: '%' }, 1],
    [{ name: '_' }, 1],
    [{ name: '\\' }, 0],
    [{ name: "' or true --" }, 0],
    [{ mode: 'community' }, 1],
    [{ subdistrict: 'shiqiao' }, 2],
    [{ subdistrict: 'shiqiao', mode: 'community' }, 0],
  ])('finds by %j, every character standing for itself', async (query, found) => {
    expect(await names(query as Record<string, string>)).toHaveLength(found);
  });

  it.each(['mode=nanny', 'name=%00', 'name=', 'subdistrict=a%20b', 'colour=red'])(
    'is not searched by ?%s',
    async (query) => {
      expect(told(await search(`?${query}`))).toEqual([400, 'malformedRequest']);
    },
  );
});

describe('the register as a page', () => {
  const page = (query = '') => house.call(null, 'GET', `/register${query}`, { headers: html });

  it('lists the same, and writes names as text', async () => {
    const { status, text } = await page();
    expect(status).toBe(200);
    expect(text).toContain('阳光100%托育');
    expect(text).toContain('&lt;b&gt;星星&lt;/b&gt;&quot;托育&quot;');
    expect(text).not.toContain('<b>星星');
  });

  it('takes the empty fields of its form for “any”, and keeps what was searched for', async () => {
    const { text } = await page('?name=月亮&subdistrict=&mode=community');
    expect(text).toContain('月亮_托育');
    expect(text).not.toContain('阳光100%托育');
    expect(text).toContain('value="月亮"');
    expect(text).toMatch(/<option value="community" selected>/);
    expect((await page('?name="><script>alert(1)</script>')).text).not.toContain('<script>alert');
  });

  it('leads to the next page, and says so where nothing is found', async () => {
    const { text } = await page('?limit=2');
    const next = /href="(\/register\?[^"]+)"\s+rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    const second = await house.call(null, 'GET', next ?? '', { headers: html });
    expect(second.text).toContain('阳光100%托育');
    expect(second.text).not.toContain('月亮_托育');
    expect((await page('?name=无')).text).toContain('没有符合条件的机构');
  });

  it('tells a person on a page what was wrong with a search', async () => {
    const { status, headers, text } = await page('?mode=nanny');
    expect([status, headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(text).toContain('请求格式有误');
  });
});

import { record } from '../../infra/record/act';
import { openHouse, type House } from '../api/house';
import { actOn, advance, apply, conduct, fileOf, newKey, openItem } from '../api/way';
import { told } from '../api/wire';
import { applicant, official } from '../world/people';
import { about, deliver } from './courier';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const ADDRESS = 'applicant@example.org';

/** A case that was accepted a moment ago, its letter written and not yet sent. */
async function accepted(): Promise<{ caseId: string; no: string }> {
  const caseId = await apply(house);
  const answered = await actOn(
    house,
    openItem(await fileOf(house, caseId), 'accept'),
    { act: 'accept' },
    clerk,
  );
  expect(answered.status).toBe(200);
  const { letters } = await fileOf(house, caseId);
  return { caseId, no: letters.at(-1)!.no };
}

/** As the applicant's case shows it. */
async function letterShown(caseId: string, no: string) {
  const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${caseId}`);
  return (body.letters as { no: string }[]).find((letter) => letter.no === no);
}

async function services(caseId: string): Promise<number> {
  const rows = await house.database.db
    .selectFrom('event')
    .select('seq')
    .where('case_id', '=', caseId)
    .where('type', '=', 'letterServed')
    .execute();
  return rows.length;
}

async function acknowledge(caseId: string, letter: string) {
  const { version } = await fileOf(house, caseId);
  return house.call(applicant, 'POST', `/api/v1/cases/${caseId}/acts`, {
    body: { act: 'acknowledge', letter },
    headers: { ...newKey(), 'if-match': `"${version}"` },
  });
}

const amend = (caseId: string) =>
  fileOf(house, caseId).then(({ items }) =>
    actOn(house, items[`${caseId}.1.accept`]!, { act: 'amend', reason: '误点' }, clerk),
  );

describe('a letter', () => {
  it('goes out with its PDF attached under its number, and is served by the mail that was taken', async () => {
    const { caseId, no } = await accepted();
    const mail = about(await deliver(house, caseId), '受理通知书');
    expect(mail.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [`${no}.pdf`, 'application/pdf'],
    ]);
    expect(mail.text).toContain(`正式文书（${no}）见附件`);
    const address = `/api/v1/cases/${caseId}/letters/${encodeURIComponent(no)}`;
    const { bytes } = await house.call(applicant, 'GET', address);
    expect(mail.attachments[0]!.content.equals(bytes)).toBe(true);
    expect(await letterShown(caseId, no)).toMatchObject({ served: { how: 'mail' }, void: false });
  });

  it('that was served by mail cannot be acknowledged again', async () => {
    const { caseId, no } = await accepted();
    await deliver(house, caseId);
    expect(told(await acknowledge(caseId, no))).toEqual([409, 'noLetterWaits']);
    expect(await services(caseId)).toBe(1);
  });

  it('that was acknowledged in the portal stays served so when its mail arrives after all', async () => {
    const { caseId, no } = await accepted();
    expect((await acknowledge(caseId, no)).status).toBe(200);
    about(await deliver(house, caseId), '受理通知书');
    expect(await letterShown(caseId, no)).toMatchObject({ served: { how: 'portal' } });
    expect(await services(caseId)).toBe(1);
  });

  it('is delivered once, however often its mails are', async () => {
    const { caseId } = await accepted();
    await deliver(house, caseId);
    expect(await deliver(house, caseId)).toEqual([]);
    expect(await services(caseId)).toBe(1);
  });
});

describe('a refused address', () => {
  it('shows on the case and on the worklist, and the letter is served on paper', async () => {
    const { caseId, no } = await accepted();
    expect(await deliver(house, caseId, [ADDRESS])).toEqual([]);
    const { body: events } = await house.call(clerk, 'GET', `/api/v1/cases/${caseId}/events`);
    expect((events.events as { type: string }[]).filter(({ type }) => type === 'serviceFailed')).toHaveLength(
      1,
    );
    expect(await letterShown(caseId, no)).toMatchObject({ served: null });

    const item = openItem(await fileOf(house, caseId), 'serve');
    const { body: worklist } = await house.call(clerk, 'GET', '/api/v1/worklist?limit=100');
    expect((worklist.entries as { id: string }[]).map(({ id }) => id)).toContain(item.id);

    const serve = { act: 'serve', how: 'paper', on: '2026-09-28', to: '举办者经办人' };
    expect((await actOn(house, item, serve, clerk)).status).toBe(200);
    expect(await letterShown(caseId, no)).toMatchObject({ served: { how: 'paper', on: '2026-09-28' } });
    expect(told(await acknowledge(caseId, no))).toEqual([409, 'noLetterWaits']);
    expect(await services(caseId)).toBe(1);
  });

  it('is reported once, and its letter may still be acknowledged in the portal, which closes the work item', async () => {
    const { caseId, no } = await accepted();
    await deliver(house, caseId, [ADDRESS]);
    await deliver(house, caseId, [ADDRESS]);
    const { id } = openItem(await fileOf(house, caseId), 'serve');
    expect((await acknowledge(caseId, no)).status).toBe(200);
    const file = await fileOf(house, caseId);
    expect(file.items[id]!.status).toBe('done');
    expect(Object.values(file.items).filter(({ step }) => step === 'serve')).toHaveLength(1);
  });
});

describe('an amended act', () => {
  it('voids its letter and its mail, and the act that follows writes a letter of its own', async () => {
    const { caseId, no } = await accepted();
    expect((await amend(caseId)).status).toBe(200);
    expect(await letterShown(caseId, no)).toMatchObject({ served: null, void: true });
    expect((await deliver(house, caseId)).filter(({ subject }) => subject.includes('受理通知书'))).toEqual(
      [],
    );
    const item = openItem(await fileOf(house, caseId), 'accept');
    await actOn(house, item, { act: 'decline', reason: '不属于本机关职权' }, clerk);
    const mails = await deliver(house, caseId);
    expect(about(mails, '不予受理通知书').attachments[0]!.filename).not.toBe(`${no}.pdf`);
  });

  it('is an act whose letter was not served', async () => {
    const { caseId } = await accepted();
    await deliver(house, caseId);
    expect(told(await amend(caseId))).toEqual([409, 'alreadyServed']);
  });

  it.each(['accept', 'decide'] as const)('has time: the letter of “%s” is held back', async (step) => {
    const caseId = await apply(house);
    const file = step === 'accept' ? await conduct(house, caseId) : await advance(house, caseId, 'decide');
    const item = openItem(file, step);
    const ground = { ...house.services.ground, graceSeconds: 600 };
    const body =
      step === 'accept' ? ({ act: 'accept' } as const) : ({ act: 'decide', result: 'granted' } as const);
    const actor = official('shiqiao', step === 'accept' ? 'intakeClerk' : 'decisionMaker');
    await house.database.db
      .transaction()
      .execute((tx) => record(tx, ground, { caseId, workItem: item.id, body, actor }));
    const mails = await deliver(house, caseId);
    expect(mails.filter(({ subject }) => /受理通知书|许可决定书/.test(subject))).toHaveLength(
      step === 'accept' ? 0 : 1,
    );
    const before = house.time.now;
    house.time.now = new Date(before.getTime() + 601_000);
    about(await deliver(house, caseId), step === 'accept' ? '受理通知书' : '准予许可决定书');
    house.time.now = before;
  });
});

import { unitNameOf } from '../../domain/unitName';
import { openHouse, type House } from '../api/house';
import { actOn, advance, apply, conduct, fileOf, openItem } from '../api/way';
import { textOf } from '../documents/pdfText';
import { answererOf, official } from '../world/people';
import { about, deliver } from './courier';

let house: House;
const start = new Date('2026-09-28T02:00:00.000Z');
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => {
  house.time.now = start;
});
afterAll(() => house.close());

function daysPass(days: number): void {
  house.time.now = new Date(house.time.now.getTime() + days * 86_400_000);
}

/** Decides a case whose departments all kept silent, but for the first. */
async function decideInSilence(caseId: string) {
  const reviews = Object.values((await advance(house, caseId, 'review')).items).filter(
    ({ step, status }) => step === 'review' && status === 'open',
  );
  const [answering, ...silent] = reviews;
  const agree = { act: 'signOff', opinion: 'agree' } as const;
  await actOn(house, answering!, agree, answererOf(answering!, 'signOff'));
  daysPass(90);
  const draft = openItem(await conduct(house, caseId), 'draft');
  const drafted = await actOn(
    house,
    draft,
    { act: 'draft', result: 'refused', grounds: '消防条件不具备' },
    official('shiqiao', 'caseOfficer'),
  );
  expect(drafted.status).toBe(200);
  const decide = openItem(await conduct(house, caseId), 'decide');
  const decided = await actOn(
    house,
    decide,
    { act: 'decide', result: 'refused' },
    official('shiqiao', 'decisionMaker'),
  );
  expect(decided.status).toBe(200);
  return { answering: answering!.unit, silent: silent.map(({ unit }) => unit) };
}

test('a decision that was taken without silent departments says so, in the mail and on paper', async () => {
  const caseId = await apply(house);
  const { answering, silent } = await decideInSilence(caseId);
  expect(silent.length).toBeGreaterThan(0);
  const { plan } = house.version;
  const names = silent.map((unit) => unitNameOf(plan, unit).zh);
  const sentence = `${names.join('、')}未在规定期限内反馈意见`;
  const mail = about(await deliver(house, caseId), '不予许可决定书');
  const paper = textOf(mail.attachments[0]!.content);
  for (const text of [mail.text, paper]) {
    expect(text).toContain(sentence);
    expect(text).toContain('消防条件不具备');
    expect(text).not.toContain(`${unitNameOf(plan, answering).zh}未在`);
  }
  expect(mail.text).toMatch(/This decision was made without the opinion of /);
});

test('a decision that every department was heard on says nothing of silence', async () => {
  const caseId = await apply(house);
  await advance(house, caseId, 'endorse');
  const mail = about(await deliver(house, caseId), '准予许可决定书');
  expect(mail.text).not.toContain('未在规定期限内反馈意见');
});

describe('a warning', () => {
  it('speaks to the colleagues whom it reaches, and leads them to the case', async () => {
    const caseId = await apply(house);
    daysPass(30);
    await conduct(house, caseId);
    const mails = await deliver(house, caseId);
    const warnings = mails.filter(({ subject }) => /到期提醒|逾期督办/.test(subject));
    expect(warnings.length).toBeGreaterThan(0);
    for (const { to, text } of warnings) {
      expect(to).not.toBe('applicant@example.org');
      expect(text).toMatch(/^.+各位同事：/);
      expect(text).toMatch(/Dear colleagues \(.+\),/);
      expect(text).not.toContain('示例托育有限公司');
      expect(text).toContain(`${house.publicUrl}/api/v1/cases/${caseId} `);
    }
  });

  it('speaks to the applicant where it is the applicant who is late', async () => {
    const caseId = await apply(house);
    const clerk = official('shiqiao', 'intakeClerk');
    const item = openItem(await fileOf(house, caseId), 'accept');
    await actOn(house, item, { act: 'requestCorrection', missing: [{ text: '健康证明' }] }, clerk);
    daysPass(120);
    await conduct(house, caseId);
    const own = (await deliver(house, caseId)).filter(
      ({ to, subject }) => to === 'applicant@example.org' && /到期提醒|逾期督办/.test(subject),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const { text } of own) {
      expect(text).toMatch(/^示例托育有限公司：/);
      expect(text).not.toContain('同事');
    }
  });
});

test('what was received is told with the day by which it must be answered', async () => {
  const caseId = await apply(house);
  const { deadline } = openItem(await fileOf(house, caseId), 'accept');
  const [year, month, day] = deadline.due.split('-').map(Number);
  const mail = about(await deliver(house, caseId), '已收到您的申请');
  expect(mail.text).toContain(`受理机关应于${year}年${month}月${day}日前`);
});

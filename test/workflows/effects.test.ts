import { MailRefused } from '../../activities/mailer';
import { openItems } from '../../domain/process';
import { until } from '../world/until';
import { contact } from '../world/applications';
import { applicant } from '../world/people';
import { createWorld, type World } from '../world/world';

jest.setTimeout(40_000);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const mailsOf = (caseId: string) => world.outside.mails.filter((mail) => mail.subject.includes(caseId));

async function notices(caseId: string) {
  return world.database.db
    .selectFrom('notice')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
}

test('every notice goes out once, under a Message-ID of its own, Chinese first', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'end');
  await world.finished(caseId);
  const mails = mailsOf(caseId);
  expect((await notices(caseId)).map((notice) => notice.status)).toEqual(mails.map(() => 'sent'));
  expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(mails.length);
  expect(mails.map((mail) => /】(.*?) \//.exec(mail.subject)?.[1])).toEqual([
    '已收到您的申请',
    '受理通知书',
    '准予许可决定书',
    '登记完成',
    '托育机构备案回执',
    '托育机构备案证书',
  ]);
  expect(mails.flatMap((mail) => mail.attachments.map((file) => file.filename))).toEqual([
    expect.stringMatching(/^下石桥托〔\d{4}〕1号\.pdf$/),
    expect.stringMatching(/^下石桥托〔\d{4}〕2号\.pdf$/),
    expect.stringMatching(/-R-.*\.pdf$/),
    expect.stringMatching(/-C-.*\.pdf$/),
  ]);
});

test('a mail server that is away holds nothing up, and every notice arrives when it is back', async () => {
  world.outside.mailFaults.push(...Array.from({ length: 2 }, () => new Error('connect ECONNREFUSED')));
  const { caseId } = await world.submit();
  expect((await world.advance(caseId, 'draft')).outcome).toBeNull();
  await world.act(caseId, null, { act: 'withdraw' }, applicant);
  expect(await world.finished(caseId)).toBe('withdrawn');
  expect(world.outside.mailFaults).toHaveLength(0);
  expect((await notices(caseId)).every((notice) => notice.status === 'sent')).toBe(true);
  expect(mailsOf(caseId)).toHaveLength(3);
});

test('a refused address is final, is seen on the case, and does not stop it', async () => {
  world.outside.mailFaults.push(new MailRefused('550 no such mailbox'));
  const { caseId } = await world.submit();
  const failed = await until('the refused notice is marked', async () => {
    const [first] = await notices(caseId);
    return first?.status === 'failed' ? first : null;
  });
  expect(failed.last_error).toBe('550 no such mailbox');
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
  expect(await world.finished(caseId)).toBe('certified');
});

test('the workflow of a closed case reads that its last letter could not be served, and waits until it is', async () => {
  const { caseId } = await world.submit();
  await until('the first mail is out', async () =>
    (await notices(caseId))[0]?.status === 'sent' ? true : null,
  );
  world.outside.mailFaults.push(new MailRefused('550 no such mailbox'));
  // No wake-up tells of it: the delivery itself does.
  await world.stopRelay();
  const declined = await world.answer(caseId, 'accept', {
    act: 'decline',
    reason: '不属于本机关职权范围',
  });
  await world.wake(caseId, declined.seq);
  const serving = await until('the letter is to be served otherwise', async () => {
    const file = await world.caseFile(caseId);
    return openItems(file).find(({ step }) => step === 'serve') ?? null;
  });
  expect(await world.settled(caseId)).toMatchObject({ outcome: 'notAccepted' });
  expect((await world.handle(caseId).describe()).status.name).toBe('RUNNING');
  world.startRelay();
  await world.answer(caseId, serving.stepId);
  expect(await world.finished(caseId)).toBe('notAccepted');
  expect(await world.hasRead(caseId, (await world.caseFile(caseId)).seq)).toBe(true);
});

test('a push that fails is visible while it fails, and arrives once', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'register');
  world.outside.pushFaults.push(...Array.from({ length: 2 }, () => new Error('503 the platform is away')));
  await world.answer(caseId, 'register');
  const failing = await until('the failing push is visible', async () => {
    const row = await push(caseId);
    return row?.last_error ? row : null;
  });
  expect(failing).toMatchObject({ status: 'waiting', last_error: '503 the platform is away' });
  await world.advance(caseId, 'file');
  expect(await push(caseId)).toMatchObject({ status: 'delivered', attempts: 3, last_error: null });
  const arrived = world.outside.pushes.filter((each) => each.data.caseId === caseId);
  expect(arrived).toHaveLength(1);
  expect(arrived[0]?.data).toMatchObject({ registrar: 'civilAffairs', registration: 'new' });
});

test('no personal data reaches the engine', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'end');
  const { events } = await world.handle(caseId).fetchHistory();
  const history = JSON.stringify(events).replace(/"data":"([^"]*)"/g, (_, data: string) =>
    Buffer.from(data, 'base64').toString('utf8'),
  );
  expect(history.includes(caseId)).toBe(true);
  const planted = [
    contact.organisation,
    contact.person,
    contact.phone,
    contact.email,
    '示例路1号',
    '已现场核实',
  ];
  expect(planted.filter((words) => history.includes(words))).toEqual([]);
});

async function push(caseId: string) {
  return world.database.db.selectFrom('push').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

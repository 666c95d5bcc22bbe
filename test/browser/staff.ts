import { randomUUID } from 'node:crypto';
import type { ActBody } from '../../domain/act';
import { addDays, dateInShanghai } from '../../domain/civilDate';
import type { Town } from './town';

const DAY_MS = 86_400_000;

/** An institution keeps its staff list, so that a document stands in each way that there is: valid, soon over, over, missing. */
export async function keepStaff(town: Town, supervision: string, account: string): Promise<void> {
  const today = dateInShanghai(new Date());
  const health = (days: number) => [
    { document: 'health', issuedOn: addDays(today, days - 365), expiresOn: addDays(today, days) },
  ];
  const qualified = { document: 'qualification', issuedOn: '2020-07-01' };
  const joinedOn = '2025-03-01';
  const carer = { role: 'carer', classKind: 'toddler', joinedOn } as const;
  // What is over by now was valid when it was entered.
  town.setClock(new Date(Date.now() - 3 * DAY_MS));
  await enter(town, supervision, account, {
    act: 'enterStaff',
    person: '示例甲',
    phone: '13900001111',
    ...carer,
    documents: [...health(-1), qualified],
  });
  town.setClock(null);
  await enter(town, supervision, account, {
    act: 'enterStaff',
    person: '示例乙',
    ...carer,
    documents: health(12),
  });
  await enter(town, supervision, account, {
    act: 'enterStaff',
    person: '示例丙',
    role: 'cook',
    joinedOn,
    documents: health(200),
  });
}

async function enter({ oneWindow }: Town, caseId: string, account: string, body: ActBody): Promise<void> {
  const { allowed } = await oneWindow.caseOf(account, caseId);
  const possible = allowed.find(({ act }) => act === body.act);
  if (!possible) throw new Error(`${account} keeps no staff list of ${caseId}`);
  await oneWindow.act({ account, key: randomUUID() }, possible, body);
}

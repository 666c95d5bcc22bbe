import type { Letter } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import type { Ground } from '../record/ground';
import { type Letterhead, letterUrlOf } from './letterhead';
import { renderLetter } from './letter';
import { notices } from './notices';
import { sealOf } from './seals';
import { factsAt } from './telling';

/** The letters of the record as papers, each rendered when first asked for and the same ever after. */
export interface Letters {
  pdf(caseId: string, letter: Letter): Promise<Buffer>;
}

export function createLetters(ground: Ground, letterhead: Letterhead): Letters {
  return {
    async pdf(caseId, letter) {
      const kept = await find(ground, letter.no);
      if (kept) return kept;
      const pdf = await render(ground, letterhead, caseId, letter);
      await keep(ground, caseId, letter.no, pdf);
      return (await find(ground, letter.no)) ?? pdf;
    },
  };
}

async function render(
  ground: Ground,
  letterhead: Letterhead,
  caseId: string,
  { no, kind, seq, unit }: Letter,
): Promise<Buffer> {
  const facts = await factsAt(ground, letterhead, caseId, { seq, template: kind });
  const { at } = await ground.db
    .selectFrom('event')
    .select('at')
    .where('case_id', '=', caseId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  return renderLetter(notices[kind](facts), facts, {
    kind,
    writtenOn: dateInShanghai(at.toISOString()),
    letterUrl: letterUrlOf(letterhead.publicUrl, caseId, no),
    seal: await sealOf(letterhead.sealDir, unit),
  });
}

async function find({ db }: Ground, no: string): Promise<Buffer | null> {
  const row = await db.selectFrom('letter_pdf').select('pdf').where('no', '=', no).executeTakeFirst();
  return row?.pdf ?? null;
}

/** Two that render at once agree, and the first row stays. */
async function keep({ db, clock }: Ground, caseId: string, no: string, pdf: Buffer): Promise<void> {
  await db
    .insertInto('letter_pdf')
    .values({ no, case_id: caseId, pdf, rendered_at: await clock.now() })
    .onConflict((conflict) => conflict.column('no').doNothing())
    .execute();
}

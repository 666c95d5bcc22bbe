import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../db/connect';
import type { PublicKeys } from '../documents/publicKeys';
import type { SigningKey } from '../documents/signingKey';
import type { Ground } from '../record/ground';
import { AUDIT_CHAIN, type Walk } from './chains';

/** Keeps a signature that the same key made for a document from passing as an anchor (RFC 8725, 3.11). */
const TYPE = 'ow-anchor';
const PAGE = 500;

/** What an anchor says: at that time, the chain stood at this number with this hash. */
const Statement = z.strictObject({
  chain: z.string(),
  seq: z.int(),
  hash: z.string(),
  at: z.iso.datetime(),
});
type Statement = z.infer<typeof Statement>;

interface Head {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * Signs the head of every chain that has grown since its last anchor, with the key that signs certificates: whoever
 * rewrites a chain from then on would need that key too. Harmless when repeated. @returns how many were signed
 */
export async function anchorChains(
  ground: Pick<Ground, 'db' | 'clock'>,
  key: Pick<SigningKey, 'kid' | 'privateKey'>,
): Promise<number> {
  const at = (await ground.clock.now()).toISOString();
  let signed = 0;
  for (;;) {
    const heads = await openHeads(ground.db);
    if (heads.length === 0) return signed;
    const rows = await Promise.all(
      heads.map(async (head) => ({ ...head, jws: await sign({ ...head, at }, key), anchored_at: at })),
    );
    await ground.db
      .insertInto('anchor')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    signed += rows.length;
  }
}

async function openHeads(db: Db): Promise<Head[]> {
  const { rows } = await sql<{ chain: string; seq: string; hash: string }>`
    select chain, seq, hash from (
      select case_id as chain, seq, last_hash as hash from case_file
      union all
      (select ${AUDIT_CHAIN}, seq, hash from audit_entry order by seq desc limit 1)) as head
     where not exists (select from anchor where anchor.chain = head.chain and anchor.seq >= head.seq)
     limit ${sql.lit(PAGE)}`.execute(db);
  return rows.map(({ chain, seq, hash }) => ({ chain, seq: Number(seq), hash }));
}

function sign(
  statement: Statement,
  { kid, privateKey }: Pick<SigningKey, 'kid' | 'privateKey'>,
): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid })
    .sign(privateKey);
}

/** Holds every anchor against its signature, and the link that it names against what it says. */
export async function walkAnchors(db: Db, published: PublicKeys): Promise<Walk> {
  let links = 0;
  const chains = new Set<string>();
  for (let after = { chain: '', seq: 0 }; ;) {
    const rows = await anchorsAfter(db, after);
    for (const { chain, jws, current, ...row } of rows) {
      const seq = Number(row.seq);
      const said = await statementOf(jws, published);
      const says = said?.chain === chain && said.seq === seq && said.hash === row.hash;
      if (!says) return { links, chains: chains.size, broken: { chain, seq, what: 'anchorForged' } };
      if (current !== row.hash)
        return { links, chains: chains.size, broken: { chain, seq, what: 'anchorDiffers' } };
      links += 1;
      chains.add(chain);
      after = { chain, seq };
    }
    if (rows.length < PAGE) return { links, chains: chains.size, broken: null };
  }
}

interface AnchorRow {
  readonly chain: string;
  readonly seq: string;
  readonly hash: string;
  readonly jws: string;
  /** The hash that the chain has at that number now. */
  readonly current: string | null;
}

async function anchorsAfter(db: Db, after: Pick<Head, 'chain' | 'seq'>): Promise<AnchorRow[]> {
  const { rows } = await sql<AnchorRow>`
    select anchor.chain, anchor.seq, anchor.hash, jws, coalesce(audit_entry.hash, event.hash) as current
      from anchor
      left join audit_entry on chain = ${AUDIT_CHAIN} and audit_entry.seq = anchor.seq
      left join event on event.case_id = chain and event.seq = anchor.seq
     where (chain, anchor.seq) > (${after.chain}, ${after.seq})
     order by chain, anchor.seq limit ${sql.lit(PAGE)}`.execute(db);
  return rows;
}

/** What an anchor says, or null where no published key signed it. */
async function statementOf(jws: string, published: PublicKeys): Promise<Statement | null> {
  try {
    const { typ, kid } = decodeProtectedHeader(jws);
    const key = published.keys.find((each) => each.kid === kid);
    if (typ !== TYPE || !key) return null;
    const { payload } = await compactVerify(jws, await importJWK({ ...key }, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    return Statement.parse(JSON.parse(Buffer.from(payload).toString('utf8')));
  } catch {
    return null;
  }
}

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditType } from '../../domain/audit';
import { runPersonalCommand } from '../../infra/commands/personal';
import { asOwner } from '../../infra/db/owner';
import { loadCipher } from '../../infra/personal/personalKeys';
import type { Storage } from '../../infra/storage/storage';
import { administrator, openHouse } from '../api/house';
import { begin, submitDraft } from '../api/way';
import { dump } from './dump';
import { planted, plantedApplication } from './planted';

export const by = ['--by', administrator.sub];
export const why = ['--reason', '本人申请', ...by];
export const phone = ['--phone', planted.phone];

interface RunOptions {
  readonly retentionDays?: number | null;
  readonly storage?: Storage;
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** A house with a key file of its own, and the command that an administrator has for personal data. */
export async function openOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-personal-'));
  const keyFile = join(folder, 'personal.jwks.json');
  const house = await openHouse({ personal: await loadCipher(keyFile, 'development') });
  return {
    house,
    /** The cipher of the keys as they are in the file now. */
    cipher: () => loadCipher(keyFile, 'production'),
    async run(
      args: readonly string[],
      { retentionDays = null, storage = house.services.papers.storage }: RunOptions = {},
    ) {
      const said: string[] = [];
      const output = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
      const { clock } = house.services.ground;
      const personal = await loadCipher(keyFile, 'production');
      const issuer = house.issuer.url;
      const code = await asOwner(house.database.url, (db) =>
        runPersonalCommand(args, output, { db, clock, personal, issuer, keyFile, storage, retentionDays }),
      );
      return { code, said: said.join('\n') };
    },
    /** A case whose contact is the planted one. */
    async submitted(): Promise<string> {
      const { body } = await submitDraft(house, await begin(house, plantedApplication()));
      return body.caseId as string;
    },
    /** The contact of a case, as an administrator is shown it. */
    async contactOf(caseId: string): Promise<Record<string, unknown>> {
      const path = `/api/v1/cases/${caseId}/personal-data`;
      const { body } = await house.call(administrator, 'POST', path, { body: { purpose: '核对' } });
      return body.contact as Record<string, unknown>;
    },
    logged: (type: AuditType) =>
      house.database.db
        .selectFrom('audit_entry')
        .selectAll()
        .where('type', '=', type)
        .orderBy('seq')
        .execute(),
    /** The key of every value that is sealed somewhere in the database. */
    async keysFound(): Promise<Set<string>> {
      const rows = [...(await dump(house.database.url)).values()].join('\n');
      return new Set(rows.match(/pd1\.\w+/g) ?? []);
    },
    async close() {
      await house.close();
      await rm(folder, { recursive: true });
    },
  };
}

import { Client } from 'pg';

/** What a commit waits for in a database: `fsync on, full_page_writes on, synchronous_commit on`. */
async function durabilityOf(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
        where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`,
    );
    return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ');
  } finally {
    await client.end();
  }
}

/** The durability that two databases share. @throws Error where one of them promises less than the other */
export async function sharedDurability(databaseUrl: string, other: string): Promise<string> {
  const [ours, theirs] = await Promise.all([durabilityOf(databaseUrl), durabilityOf(other)]);
  if (ours === theirs) return ours;
  throw new Error(`The yardstick would not be fair: ${theirs} beside ${ours}`);
}

import { sql } from 'kysely';
import { asOwner } from '../../infra/db/owner';
import type { FieldCipher } from '../../infra/personal/cipher';
import { rotate } from '../../infra/personal/rotation';
import { administrator } from '../api/house';
import { applicant } from '../world/people';
import { by, type Office, openOffice, phone, why } from './office';
import { planted } from './planted';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

describe('keys', () => {
  it('are rotated: a new one seals everything anew, and the old one goes when nothing needs it', async () => {
    const caseId = await office.submitted();
    const { activeKey: old } = office.house.services.ground.personal;
    const tooEarly = await office.run(['drop-key', old, ...by]);
    expect(tooEarly).toEqual({ code: 1, said: expect.stringContaining(`${old} is the active key`) });

    expect((await office.run(['new-key', ...by])).code).toBe(0);
    const { activeKey: added } = await office.cipher();
    expect(added).not.toBe(old);
    expect((await office.run(['drop-key', old, ...by])).said).toMatch(
      /\d+ values are sealed with .*first run rotate/,
    );
    expect((await office.run(['keys'])).said).toMatch(new RegExp(`${added}  0 .*active\\n${old}  \\d+`));

    expect(await office.run(['rotate', ...by])).toEqual({ code: 0, said: expect.stringContaining('left 0') });
    expect(await office.keysFound()).toEqual(new Set([`pd1.${added}`]));
    expect((await office.run(['drop-key', old, ...by])).code).toBe(0);

    expect(await office.contactOf(caseId)).toMatchObject(planted);
    expect((await office.house.call(applicant, 'GET', '/api/v1/me')).body.email).toBe(
      'applicant-1@example.org',
    );
    expect((await office.logged('keyDropped'))[0]).toMatchObject({
      actor_sub: administrator.sub,
      details: { kid: old },
    });
    expect((await office.run(['export', ...phone, ...why])).said).toContain(caseId);
  });

  it('are rotated in steps that may be broken off anywhere', async () => {
    const caseId = await office.submitted();
    await office.run(['new-key', ...by]);
    const cipher = await office.cipher();
    const brokenOff = asOwner(office.house.database.url, (db) =>
      rotate(db, failingAfter(150, cipher), () => undefined),
    );
    await expect(brokenOff).rejects.toThrow('power cut');
    expect((await office.keysFound()).size).toBe(2);
    expect(await office.contactOf(caseId)).toMatchObject(planted);

    expect((await office.run(['rotate', ...by])).code).toBe(0);
    expect(await office.keysFound()).toEqual(new Set([`pd1.${cipher.activeKey}`]));
    expect((await office.run(['rotate', ...by])).said).toContain('：0 行');
  });

  it('seal what was kept in clear before, and make it findable', async () => {
    const caseId = await office.submitted();
    await asOwner(office.house.database.url, async (db) => {
      await sql`alter table application drop constraint application_contact_sealed`.execute(db);
      await sql`update application set body = jsonb_set(body, '{contact,phone}', '"13566667777"')`.execute(
        db,
      );
    });
    expect((await office.run(['rotate', ...by])).code).toBe(0);
    expect((await office.contactOf(caseId)).phone).toBe('13566667777');
    expect((await office.run(['export', '--phone', '13566667777', ...why])).said).toContain(caseId);
  });
});

function failingAfter(times: number, cipher: FieldCipher): FieldCipher {
  let left = times;
  return {
    ...cipher,
    activeKey: cipher.activeKey,
    seal(value, place) {
      left -= 1;
      if (left < 0) throw new Error('power cut');
      return cipher.seal(value, place);
    },
  };
}

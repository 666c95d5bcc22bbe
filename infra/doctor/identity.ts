import { z } from 'zod';
import type { Check } from './examination';
import { ill, reasonOf, well } from './finding';

const PATIENCE_MS = 5_000;

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
});
const Keys = z.object({ keys: z.array(z.object({ kty: z.string() })).min(1) });

/** The issuer: what it says of itself, and its keys. */
export const identity: Check = async ({ settings: { oidcIssuer } }) => {
  if (oidcIssuer === null) return [];
  const address = `${oidcIssuer}/.well-known/openid-configuration`;
  try {
    const found = Discovery.parse(await read(address));
    if (found.issuer !== oidcIssuer) {
      const what = {
        zh: `身份服务自称 ${found.issuer}，与 OIDC_ISSUER 不同`,
        en: `The issuer calls itself ${found.issuer}`,
      };
      return [ill(what, { zh: '把 OIDC_ISSUER 改为同样的写法', en: 'write OIDC_ISSUER just so' })];
    }
    Keys.parse(await read(found.jwks_uri));
    return [well(`身份服务可用：${oidcIssuer}`, 'The identity provider answers, its keys are there')];
  } catch (error) {
    const reason =
      error instanceof z.ZodError ? z.prettifyError(error).replace(/\s+/g, ' ') : reasonOf(error);
    const what = {
      zh: `身份服务不可用：${address}（${reason}）`,
      en: 'The identity provider cannot be used',
    };
    const mend = {
      zh: '启动它，或改正 OIDC_ISSUER；本机须能访问该地址',
      en: 'start it, or correct OIDC_ISSUER; this machine must reach it',
    };
    return [ill(what, mend)];
  }
};

async function read(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

import { roles } from '../../domain/vocabulary';
import { appendAudit } from '../../infra/audit/log';
import { emailOf } from '../../infra/identity/accounts';
import { endSessions } from '../../infra/identity/sessions';
import { holdingsOf } from '../../infra/personal/holdings';
import { Me } from '../contracts/me';
import { PersonalData, SessionsEnded } from '../contracts/personalData';
import { answer } from '../http/answer';
import { requestIdOf } from '../http/requestLog';
import { csrfTokenOf } from '../identity/csrf';
import { isInUse } from '../identity/session';
import { destroy } from '../identity/session';
import { signInEntry } from '../identity/signInLog';
import { todayOf } from '../planning';
import { ownSelection } from '../reading/ownData';
import { unitName } from '../reading/workItems';
import { route } from '../route';
import type { Services } from '../services';

export const meRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/me',
    who: 'signedIn',
    summary: { zh: '当前登录人', en: 'Who is signed in' },
    answer: Me,
    reads: async ({ caller: { account, by }, req }) => {
      const { plan } = await services.plans.inForce(await todayOf(services));
      const { db, personal } = services.ground;
      return answer({
        sub: account.sub,
        name: account.name,
        email: await emailOf(db, personal, services.identity.issuer, account.sub),
        unit: account.unit === null ? null : unitName(plan, account.unit),
        organisation: account.organisation,
        roles: account.roles.map((role) => ({ role, label: roles[role] })),
        csrfToken: by === 'session' && isInUse(req) ? csrfTokenOf(req) : null,
      });
    },
  }),

  route({
    method: 'get',
    path: '/me/personal-data',
    who: 'signedIn',
    summary: {
      zh: '本系统保存的您的个人信息，以及查看记录',
      en: 'All personal data that is held on you, and who looked at it',
    },
    answer: PersonalData,
    reads: async ({ caller: { actor }, req }) => {
      const { db, personal } = services.ground;
      const selection = await ownSelection(db, services.identity.issuer, actor.sub);
      await services.audit.write({
        type: 'personalDataExported',
        actor: { sub: actor.sub, unit: actor.unit },
        subject: { kind: 'account', id: actor.sub },
        requestId: requestIdOf(req),
        details: { cases: selection.cases, drafts: selection.drafts },
      });
      return answer(await holdingsOf(db, personal, selection));
    },
  }),

  route({
    method: 'post',
    path: '/me/sessions/end',
    who: 'signedIn',
    summary: {
      zh: '在所有设备上退出登录，已发出的令牌一并失效',
      en: 'Sign out everywhere; tokens that were given out count no more',
    },
    answer: SessionsEnded,
    status: 200,
    precondition: 'none',
    changes: async (tx, { caller, req }) => {
      const identity = { issuer: services.identity.issuer, sub: caller.actor.sub };
      // Saved by its own request's end, this session would be back.
      const own = caller.by === 'session' ? 1 : 0;
      if (own) await destroy(req);
      const ended = own + (await endSessions(tx, identity, new Date()));
      const entry = signInEntry(req, identity, 'sessionsEnded');
      await appendAudit(tx, await services.ground.clock.now(), [entry]);
      return answer({ ended });
    },
  }),
];

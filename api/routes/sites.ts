import { z } from 'zod';
import { valuesOf } from '../../domain/label';
import { roles, type Role } from '../../domain/vocabulary';
import { beginConstruction } from '../../infra/record/site';
import { Case } from '../contracts/case';
import { says } from '../contracts/label';
import { NamedSites, SiteBeginning, Sites } from '../contracts/site';
import { answer, created } from '../http/answer';
import { etagOf } from '../http/precondition';
import { API } from '../paths';
import { todayOf } from '../planning';
import { caseView } from '../reading/cases';
import { presentOn } from '../reading/presence';
import { namedSites, siteList } from '../reading/sites';
import { route } from '../route';
import type { Services } from '../services';
import { settledCase } from '../submitting';

const SiteNo = z.object({
  no: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .meta(says('附件2序号', 'Number in Annex 2')),
});

/** Whoever works for a unit, or oversees all. */
const officials = valuesOf(roles).filter((role): role is Role => role !== 'applicant' && role !== 'system');

export const siteRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/sites',
    who: officials,
    summary: { zh: '附件2的示范点及其建设进展', en: 'The sites of Annex 2, and how far each is' },
    answer: Sites,
    reads: async () => answer({ sites: await siteList(services) }),
  }),
  route({
    method: 'post',
    path: '/sites/{no}/construction',
    who: ['coordinator'],
    summary: {
      zh: '示范点建设立件，由领导小组办公室发起',
      en: "Begin to follow up a site's construction: the leading group's office",
    },
    params: SiteNo,
    body: SiteBeginning,
    answer: Case,
    status: 201,
    precondition: 'none',
    changes: async (tx, { params, body, caller: { actor } }) => {
      const { ground, plans } = services;
      const version = await plans.inForce(await todayOf(services));
      const file = await beginConstruction(tx, ground, version, { ...body, siteNo: params.no }, actor);
      const view = { actor, plan: version.plan, now: await ground.clock.now() };
      const present = await presentOn(services, file.caseId, view, tx);
      return created(
        `${API}/cases/${file.caseId}`,
        caseView(file, { application: null, present, siteCase: null }, view),
        {
          etag: etagOf(file.version),
        },
      );
    },
    waits: (before, input, seconds) => settledCase(services, before, input, seconds),
  }),
  route({
    method: 'get',
    path: '/register/sites',
    who: 'anyone',
    summary: { zh: '公开的示范点名单', en: 'The named demonstration sites, which are public' },
    answer: NamedSites,
    reads: async () => answer({ sites: await namedSites(services) }),
  }),
];

import type { Route } from './route';
import { applicationRoutes } from './routes/applications';
import { caseActRoutes } from './routes/caseActs';
import { caseRoutes } from './routes/cases';
import { certificateRoutes } from './routes/certificates';
import { changeRoutes } from './routes/changes';
import { checklistRoutes } from './routes/checklists';
import { complaintRoutes } from './routes/complaints';
import { counterRoutes } from './routes/counter';
import { feedRoutes } from './routes/feed';
import { filingRoutes } from './routes/filings';
import { itineraryRoutes } from './routes/itineraries';
import { liveRoutes } from './routes/live';
import { letterRoutes } from './routes/letters';
import { meRoutes } from './routes/me';
import { paperRoutes } from './routes/papers';
import { personalDataRoutes } from './routes/personalData';
import { photographRoutes } from './routes/photographs';
import { planRoutes } from './routes/plan';
import { planVersionRoutes } from './routes/planVersions';
import { presenceRoutes } from './routes/presence';
import { repairRoutes } from './routes/repairs';
import { responsibleRoutes } from './routes/responsible';
import { reportRoutes } from './routes/reports';
import { registerRoutes } from './routes/register';
import { registrationRoutes } from './routes/registrations';
import { supervisionRoutes } from './routes/supervisions';
import { submissionRoutes } from './routes/submission';
import { vocabularyRoutes } from './routes/vocabulary';
import { workItemRoutes } from './routes/workItems';
import { staffRoutes } from './routes/staff';
import { supportRoutes } from './routes/support';
import { conferenceRoutes } from './routes/conference';
import { takeOverRoutes } from './routes/takeOvers';
import { statisticsRoutes } from './routes/statistics';
import { siteRoutes } from './routes/sites';
import type { Services } from './services';

/** Every resource under /api/v1, in the order in which a newcomer meets them. */
export function resources(services: Services): Route[] {
  return [
    ...planRoutes(services),
    ...planVersionRoutes(services),
    ...vocabularyRoutes(),
    ...itineraryRoutes(services),
    ...applicationRoutes(services),
    ...changeRoutes(services),
    ...submissionRoutes(services),
    ...counterRoutes(services),
    ...takeOverRoutes(services),
    ...repairRoutes(services),
    ...caseRoutes(services),
    ...checklistRoutes(services),
    ...paperRoutes(services),
    ...caseActRoutes(services),
    ...presenceRoutes(services),
    ...personalDataRoutes(services),
    ...letterRoutes(services),
    ...workItemRoutes(services),
    ...supervisionRoutes(services),
    ...staffRoutes(services),
    ...photographRoutes(services),
    ...complaintRoutes(services),
    ...registrationRoutes(services),
    ...filingRoutes(services),
    ...certificateRoutes(services),
    ...registerRoutes(services),
    ...statisticsRoutes(services),
    ...siteRoutes(services),
    ...conferenceRoutes(services),
    ...responsibleRoutes(services),
    ...supportRoutes(services),
    ...reportRoutes(services),
    ...feedRoutes(services),
    ...liveRoutes(services),
    ...meRoutes(services),
  ];
}

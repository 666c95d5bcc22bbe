import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { supportOf } from '../changes/support';
import { addMonths } from '../civilDate';
import { supportLife } from '../itinerary';
import { checkHeardBefore } from './decision';
import {
  type ActContext,
  demand,
  demandDay,
  demandPapers,
  numberOf,
  only,
  type Performed,
  type Performing,
  withWords,
} from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Complete once there is a paper for each material that it is due. */
export const submitSupport: Performing<Body<'submitSupport'>> = (file, { id }, _body, context) => {
  const { today: on, uploaded = [] } = context;
  const due = file.itinerary.materials;
  demandPapers(due, uploaded, '/act');
  const materials = due.map((material) => material.id).filter((each) => uploaded.includes(each));
  return only({ type: 'supportSubmitted', item: id, on, materials });
};

export const examineSupport: Performing<Body<'examineSupport'>> = (_file, { id }, { result, report }) =>
  withWords({ type: 'supportExamined', item: id, result }, { report });

export const opineSupport: Performing<Body<'opineSupport'>> = (_file, { id }, { result, report }) =>
  withWords({ type: 'supportOpined', item: id, result }, { report });

/** What is granted meets every condition of the measure, and says how much where the finance bureau pays it. */
export const draftSupport: Performing<Body<'draftSupport'>> = (file, { id }, { result, yuan, grounds }) => {
  const { checked, measure } = supportLife(file);
  const unmet = checked.filter(({ holds }) => !holds).map(({ rule }) => rule.zh);
  demand(result === 'refused' || unmet.length === 0, 'notEligible', '/result', unmet);
  demand((yuan !== null) === (result === 'granted' && measure.paid), 'amountUnfit', '/yuan');
  return withWords({ type: 'supportDrafted', item: id, result, yuan }, { grounds });
};

export const returnSupport: Performing<Body<'returnSupport'>> = (_file, { id }, { reason }) =>
  withWords({ type: 'supportReturned', item: id }, { reason });

export const signSupport: Performing<Body<'signSupport'>> = (file, { id }, { result }, context) => {
  const { draft } = supportOf(file);
  demand(draft?.result === result, 'resultDiffers', '/result', [draft?.result ?? '']);
  const { today: on } = context;
  const nextRecheck = addMonths(on, supportLife(file).measure.recheckMonths);
  const yuan = draft?.yuan ?? null;
  return only({ type: 'supportDecided', item: id, result, yuan, on, no: numberOf(context), nextRecheck });
};

/** No more than was granted. */
export const paySupport: Performing<Body<'paySupport'>> = (file, { id }, body, context) => {
  const { granted } = supportOf(file);
  const { paidOn, yuan, remark } = body;
  demandDay(paidOn, '/paidOn', granted?.on ?? paidOn, context);
  const most = granted?.yuan ?? 0;
  demand(yuan <= most, 'amountUnfit', '/yuan', [`<= ${most}`]);
  return withWords({ type: 'supportPaid', item: id, paidOn, yuan }, { remark });
};

export const recheckSupport: Performing<Body<'recheckSupport'>> = (_file, { id }, { result, report }) =>
  withWords({ type: 'supportRechecked', item: id, result }, { report });

export const proposeSupportEnd: Performing<Body<'proposeSupportEnd'>> = (_file, { id }, body, context) =>
  withWords({ type: 'supportEndProposed', item: id, letter: numberOf(context) }, { grounds: body.grounds });

export const keepSupport: Performing<Body<'keepSupport'>> = (_file, { id }, { reason }) =>
  withWords({ type: 'supportKept', item: id }, { reason });

/** Signed once the institution was heard, or let the time for it pass. */
export const signSupportEnd: Performing<Body<'signSupportEnd'>> = (file, item, _body, context) => {
  checkHeardBefore(file, item);
  return only({ type: 'supportEnded', item: item.id, on: context.today, no: numberOf(context) });
};

export function waiveSupport(
  _file: CaseFile,
  { reason }: Body<'waiveSupport'>,
  { today }: ActContext,
): Performed {
  return withWords({ type: 'supportLapsed', on: today }, { reason });
}

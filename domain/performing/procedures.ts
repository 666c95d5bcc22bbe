import type { ActBody } from '../act';
import { ruleOf } from '../caseClock';
import { askedOf, sideRulesIn } from '../changes/items';
import { addDays } from '../civilDate';
import { demand, demandDay, demandTime, numberOf, only, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** The notice tells the applicant how long it takes: without it no clock stops (行政许可法 第四十五条). */
export const order: Performing<Body<'order'>> = (file, item, { procedure, days, reason }, context) => {
  const running = file.procedures.some(
    (each) => each.procedure === procedure && each.orderedIn === item.id && each.to === null,
  );
  demand(!running, 'procedureRunning', '/procedure');
  // A department whose time is over no longer holds up the lead.
  const silent = item.limitPassed && ruleOf(file, item.stepId).silence === 'leadMayProceed';
  demand(!silent, 'limitOver', '/act');
  demandTime(file, procedure, days);
  return withWords(
    {
      type: 'procedureOrdered',
      item: item.id,
      procedure,
      days,
      on: context.today,
      letter: numberOf(context),
    },
    { reason },
  );
};

/** A hearing is told of days before, and nobody presides over it who examined the case (第四十八条). */
export const schedule: Performing<Body<'schedule'>> = (file, item, body, context) => {
  const { on, place, presider = null } = body;
  const hearing = item.step === 'hear';
  const days = hearing ? sideRulesIn(file).hearingNoticeDays : 0;
  const earliest = addDays(context.today, days);
  demand(on >= earliest, hearing ? 'noticeTooShort' : 'dateTooEarly', '/on', [`>= ${earliest}`]);
  demand(!hearing || presider !== null, 'presiderMissing', '/presider');
  const examined = presider !== null && [...file.examiners, context.actor].includes(presider);
  demand(!hearing || !examined, 'presiderExamined', '/presider');
  const letter = hearing ? numberOf(context) : null;
  return withWords({ type: 'procedureScheduled', item: item.id, on, presider, letter }, { place });
};

export const recordResult: Performing<Body<'recordResult'>> = (file, item, body, context) => {
  const { result, heldOn, report } = body;
  const run = file.procedures.find(({ stepId }) => stepId === item.stepId);
  demand(item.step !== 'hear' || !!run?.scheduledOn, 'notScheduled', '/act');
  const begun = run?.scheduledOn ?? run?.from ?? '';
  demandDay(heldOn, '/heldOn', begun, context);
  const { today } = context;
  return withWords({ type: 'procedureRecorded', item: item.id, result, heldOn, on: today }, { report });
};

export const callOff: Performing<Body<'callOff'>> = (_file, item, { reason }, { today }) =>
  withWords({ type: 'procedureCalledOff', item: item.id, on: today }, { reason });

export const offerHearing: Performing<Body<'offerHearing'>> = (file, item, { reason }, context) => {
  const offered = Object.values(file.items).some(
    (each) => each.step === 'requestHearing' && askedOf(file, each).about === item.id,
  );
  demand(!offered, 'hearingOffered', '/act');
  return withWords({ type: 'hearingOffered', item: item.id, letter: numberOf(context) }, { reason });
};

export const requestHearing: Performing<Body<'requestHearing'>> = (_file, item, _body, { today }) =>
  only({ type: 'hearingRequested', item: item.id, on: today });

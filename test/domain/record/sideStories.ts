import { systemActor } from '../../../domain/actor';
import type { Repair } from '../../../domain/event';
import { administrator, official } from '../../world/people';
import { acted, conducted, did, onDay, type Story, wayTo } from './story';

export const missing = [{ text: '房屋租赁协议', material: 'premisesRight' }, { text: '联系电话' }];

/** The acceptance, with two things told to be missing. */
export function correctionAsked(story = wayTo('accept')): Story {
  return did(story, 'accept', { act: 'requestCorrection', missing });
}

/** One number of the list, or several, mended. */
export function mended(story: Story, ...nos: number[]): Story {
  return did(story, 'correct', { act: 'correct', answers: nos.map((no) => ({ no, answer: '已补正' })) });
}

/** The joint review, with 消防's objection waiting for its answer. */
export function objected(): Story {
  return did(wayTo('review'), 'review-fire', { act: 'signOff', opinion: 'object', reason: '疏散通道不足' });
}

/** An inspection ordered in a work item, told to need so many working days. */
export function inspecting(story = wayTo('review'), step = 'review-fire', days = 5): Story {
  return did(story, step, { act: 'order', procedure: 'inspect', days, reason: '须现场核实' });
}

/** Its result, on the day. */
export function inspected(story: Story): Story {
  const heldOn = story.now.slice(0, 10);
  return did(story, 'inspect', { act: 'recordResult', result: 'passed', heldOn, report: '符合要求' });
}

/** The decision, with the applicant's right to a hearing told, but by a letter that nobody has yet. */
export function hearingOffered(): Story {
  return did(wayTo('draft'), 'draft', { act: 'offerHearing', reason: '拟不予许可' });
}

/** The same, once the letter was handed over. */
export function hearingTold(): Story {
  const story = hearingOffered();
  return did(story, 'serve', { act: 'serve', how: 'paper', on: '2026-11-24', to: '举办者' });
}

export function hearingAsked(): Story {
  return did(hearingTold(), 'requestHearing', { act: 'requestHearing' });
}

export function hearingScheduled(): Story {
  const body = { act: 'schedule', on: '2026-12-02', place: '二楼会议室', presider: 'presider-1' } as const;
  return did(hearingAsked(), 'hear', body);
}

/** The decision, with fifteen days more asked for: the office has yet to forward the request. */
export function extensionAsked(days = 15): Story {
  return did(wayTo('draft'), 'draft', { act: 'requestExtension', days, reason: '案情复杂' });
}

export function extensionForwarded(): Story {
  return did(extensionAsked(), 'forwardExtension', { act: 'forwardExtension', opinion: '情况属实' });
}

/** The decision, with a question on its way to the unit's head or to the leading group's office. */
export function consulted(whom: 'head' | 'office'): Story {
  return did(wayTo('draft'), 'draft', { act: 'consult', whom, question: '面积如何认定' });
}

/** The registration of a business, with three days more asked for. */
export function registrarsExtension(): Story {
  const registering = wayTo('register', { ownership: 'forProfit' });
  return did(registering, 'register', { act: 'requestExtension', days: 3, reason: '须核实名称' });
}

export function endorsementDeclined(): Story {
  return did(wayTo('endorse'), 'endorse', { act: 'declineEndorsement', reason: '章程不符' });
}

export function registrationDeclined(): Story {
  return did(wayTo('register'), 'register', { act: 'declineRegistration', reason: '名称重复' });
}

/** The filing, with papers that do not conform; they are to be filed again. */
export function nonConforming(): Story {
  const story = did(wayTo('conformity'), 'conformity', { act: 'findNonConforming', reason: '缺少公章' });
  return conducted(story);
}

/** A case in joint review whose notice of acceptance could not be delivered. */
export function undeliverable(): Story {
  const story = wayTo('review');
  const letter = story.file.letters[0]!.no;
  return acted(story, null, { act: 'reportUndeliverable', letter }, systemActor);
}

/** A repair that waits for a second administrator. */
export function repairProposed(story = wayTo('review'), repair: Repair = moveToAcceptance): Story {
  return acted(story, null, { act: 'proposeRepair', repair, reason: '录入有误' }, administrator(1));
}

const moveToAcceptance: Repair = { kind: 'move', to: 'acceptance' };

/** A decision to grant that is made, and whose document waits to be served. */
export function granted(story = wayTo('decide')): Story {
  return did(story, 'decide', { act: 'decide', result: 'granted' });
}

/** A case that was returned to the acceptance a week after it was accepted. */
export function returnedToAcceptance(): Story {
  const body = { act: 'remand', to: 'acceptance', reason: '材料有误' } as const;
  return conducted(
    acted(onDay(wayTo('review'), '2026-12-01'), null, body, official('shiqiao', 'caseOfficer')),
  );
}

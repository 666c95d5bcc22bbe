import { acts } from '../../domain/act';
import { fileFaults } from '../../domain/fileFault';
import type { Label } from '../../domain/label';
import { paperStates } from '../../domain/paper';
import * as domain from '../../domain/vocabulary';
import { eventTypes } from '../contracts/event';
import { caseDates, choices } from '../contracts/choices';
import { follows } from '../contracts/follows';
import { Vocabulary } from '../contracts/vocabulary';
import { answer } from '../http/answer';
import { problemKinds } from '../http/problemKinds';
import { route } from '../route';

const problems = Object.fromEntries(
  Object.entries(problemKinds).map(([code, { title }]): [string, Label] => [code, title]),
);

const vocabulary: Vocabulary = {
  acts,
  caseDates,
  caseKinds: domain.caseKinds,
  changes: domain.changes,
  choices,
  classKinds: domain.classKinds,
  eventTypes,
  fileFaults,
  follows,
  handlings: domain.handlings,
  limitUnits: domain.limitUnits,
  outcomes: domain.outcomes,
  ownerships: domain.ownerships,
  paperStates,
  problems,
  registrationKinds: domain.registrationKinds,
  roles: domain.roles,
  services: domain.services,
  serviceForms: domain.serviceForms,
  serviceModes: domain.serviceModes,
  silences: domain.silences,
  sources: domain.sources,
  stages: domain.stages,
  startEvents: domain.startEvents,
  steps: domain.steps,
};

export const vocabularyRoutes = () => [
  route({
    method: 'get',
    path: '/vocabulary',
    who: 'anyone',
    summary: { zh: '词汇表：每个代码的中英文名称', en: 'The labels of every code' },
    answer: Vocabulary,
    reads: () => Promise.resolve(answer(vocabulary)),
  }),
];

import { granted, undeliverable } from '../sideStories';
import { openItem, wayTo } from '../story';
import { about, asks, DAY, done, type Sentences } from './told';

const reviewing = wayTo('review').file;
const [accepted] = reviewing.letters;
const failed = undeliverable();
const serving = openItem(failed, 'serve');
const served = (how: 'mail' | 'paper') => ({
  letters: [{ ...accepted!, served: { how, on: DAY } }],
});
const voided = { ...reviewing, letters: [{ ...accepted!, void: true }] };
const told = { ...reviewing, ...served('mail') };

export const letterEvents: Sentences<'letterServed' | 'serviceFailed'> = {
  letterServed: {
    'keeps how the letter came to its addressee, and when': {
      before: reviewing,
      body: { type: 'letterServed', item: null, letter: accepted!.no, how: 'mail', on: DAY },
      file: served('mail'),
    },
    'answers the item in which the letter waited for that': {
      before: failed.file,
      body: { type: 'letterServed', item: serving.id, letter: accepted!.no, how: 'paper', on: DAY },
      items: { [serving.stepId]: done },
      file: served('paper'),
    },
    'answers that item too where the letter came by another way': {
      before: failed.file,
      body: { type: 'letterServed', item: null, letter: accepted!.no, how: 'mail', on: DAY },
      items: { [serving.stepId]: done },
      file: served('mail'),
    },
  },
  serviceFailed: {
    'asks the unit that wrote the letter to serve it': {
      before: reviewing,
      body: { type: 'serviceFailed', letter: accepted!.no },
      file: asks(reviewing, 'serve', { unit: 'shiqiao', about: accepted!.no }),
    },
    'asks once': {
      before: failed.file,
      body: { type: 'serviceFailed', letter: accepted!.no },
    },
    'asks not again for a decision, which is to be served from the first': about(granted(), 'serve', () => ({
      type: 'serviceFailed',
      letter: granted().file.decisionNo!,
    })),
    'asks for no letter that was served meanwhile': {
      before: told,
      body: { type: 'serviceFailed', letter: accepted!.no },
    },
    'asks for no letter that is void': {
      before: voided,
      body: { type: 'serviceFailed', letter: accepted!.no },
    },
  },
};

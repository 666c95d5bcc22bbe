import { digestTimeAfter, workingDaysSince } from '../../../domain/digest';
import { calendar } from './story';

describe('a digest of warnings goes out', () => {
  it.each([
    [
      'the same morning, for what comes as offices open',
      '2026-11-24T01:00:00.000Z',
      '2026-11-24T01:10:00.000Z',
    ],
    ['the same morning, for what came in the night', '2026-11-23T17:00:00.000Z', '2026-11-24T01:10:00.000Z'],
    ['the next day, for what comes at its own time', '2026-11-24T01:10:00.000Z', '2026-11-25T01:10:00.000Z'],
    ['the next day, for what comes after it', '2026-11-24T02:00:00.000Z', '2026-11-25T01:10:00.000Z'],
    ['on Monday, for what comes on Friday', '2026-11-27T02:00:00.000Z', '2026-11-30T01:10:00.000Z'],
    ['on Monday, for what comes on Saturday', '2026-11-28T00:00:00.000Z', '2026-11-30T01:10:00.000Z'],
    ['after the festival, for what comes before it', '2026-09-30T02:00:00.000Z', '2026-10-08T01:10:00.000Z'],
  ])('%s', (_, given, expected) => {
    expect(digestTimeAfter(given, calendar)).toBe(expected);
  });
});

describe('how late a work item is, in working days', () => {
  it.each([
    ['on its last day', '2026-11-24', '2026-11-24', 0],
    ['the day after', '2026-11-24', '2026-11-25', 1],
    ['over a weekend', '2026-11-27', '2026-11-30', 1],
    ['over a festival', '2026-09-30', '2026-10-08', 1],
    ['two days ahead', '2026-11-26', '2026-11-24', -2],
    ['ahead of a weekend', '2026-11-30', '2026-11-27', -1],
  ])('%s', (_, due, today, days) => {
    expect(workingDaysSince(due, today, calendar)).toBe(days);
  });
});

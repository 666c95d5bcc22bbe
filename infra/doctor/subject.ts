import { dataDirAt } from '../launcher/dataDir';
import { embeddedParts } from '../launcher/installation';
import type { PartName } from '../launcher/part';
import { runningLauncher, type Running } from '../launcher/running';
import { withRunningParts } from '../launcher/runningSettings';
import type { SettingProblem } from '../settingReader';
import { inspectSettings, type Settings } from '../settings';

/** What is examined: an installation, as far as its settings and its data directory tell. */
export interface Subject {
  /** A server that nobody knows the address of is null. */
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
  /** The parts that `npm start` brings along with these settings. */
  readonly embedded: readonly PartName[];
  /** The `npm start` that runs in the data directory. */
  readonly running: Running | null;
}

/** Reads and changes nothing. While `npm start` runs, the addresses of its parts are known as well. */
export function subjectOf(environment?: Readonly<Record<string, string | undefined>>): Subject {
  const { settings, problems } = inspectSettings(environment);
  return {
    settings: withRunningParts(settings),
    problems,
    embedded: embeddedParts(settings),
    running: runningLauncher(dataDirAt(settings.dataDir).running),
  };
}

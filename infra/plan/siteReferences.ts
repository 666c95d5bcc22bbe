import type { DemonstrationSite, Plan } from '../../domain/plan';
import { type Fault, fault } from './problem';

/** The sites are numbered 1, 2, 3 …, and nothing was read from a cell of the annex that is blank. */
export function siteFaults({ demonstrationSites }: Plan): Fault[] {
  return demonstrationSites.flatMap((site, index) => [
    ...numberFaults(site, index),
    ...blankFaults(site, index),
    ...spanFaults(site, index),
  ]);
}

function numberFaults({ no }: DemonstrationSite, index: number): Fault[] {
  if (no === index + 1) return [];
  const allowed = [String(index + 1)];
  return [fault('contradiction', ['demonstrationSites', index, 'no'], { found: String(no), allowed })];
}

function blankFaults({ printed, ...read }: DemonstrationSite, index: number): Fault[] {
  const blank = { zh: '附件此处为空，应写 null', en: 'the annex is blank here: write null' };
  const cells = [
    ['areaSquareMetres', printed.area],
    ['areaPerClass', printed.area],
    ['classes', printed.scale],
    ['places', printed.scale],
  ] as const;
  return cells
    .filter(([key, cell]) => cell === '' && read[key] !== null)
    .map(([key]) => fault('contradiction', ['demonstrationSites', index, key], { detail: blank }));
}

function spanFaults({ areaPerClass }: DemonstrationSite, index: number): Fault[] {
  if (areaPerClass === null || areaPerClass.min <= areaPerClass.max) return [];
  const detail = { zh: `小于下限 ${areaPerClass.min}`, en: `below the lower end ${areaPerClass.min}` };
  return [
    fault('contradiction', ['demonstrationSites', index, 'areaPerClass', 'max'], {
      found: String(areaPerClass.max),
      detail,
    }),
  ];
}

import type { Application } from '../../domain/application';
import { application } from '../world/applications';

/** Values that stand nowhere else, so that whoever finds one has found a leak. */
export const planted = {
  person: '栽植联系人',
  phone: '13977778888',
  email: 'planted.contact@planted.example',
  idNumber: '330103199001011230',
} as const;

export const plantedValues: readonly string[] = Object.values(planted);

export function plantedApplication(): Application {
  const { contact, ...rest } = application();
  return { ...rest, contact: { ...contact, ...planted } };
}

/** Those of the planted values that a text gives away. */
export function leaksIn(text: string): string[] {
  return plantedValues.filter((value) => text.includes(value));
}

import { z } from 'zod';
import { changesAsked } from './application';
import { says } from './label';

export const ChangeBegun = z
  .strictObject({ what: changesAsked })
  .meta({ id: 'ChangeBegun', ...says('要变更的事项', 'What of an institution is to change') });

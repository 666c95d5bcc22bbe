import type { RequestHandler } from 'express';
import { Problem } from './problem';

/** Answers the methods that an address does not have: 405 with what it has, and OPTIONS. */
export function otherMethods(methods: readonly string[]): RequestHandler {
  const upper = methods.map((method) => method.toUpperCase());
  const allow = [...upper, ...(upper.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (req, res) => {
    if (req.method !== 'OPTIONS') throw new Problem('methodNotAllowed', { headers: { allow } });
    res.status(204).set('allow', allow).end();
  };
}

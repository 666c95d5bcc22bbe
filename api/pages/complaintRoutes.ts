import { Router } from 'express';
import { otherMethods } from '../http/methods';

/** Where the portal has the screens for complaining; the addresses that mails and paper name lead there. */
export const complaintScreens = { complain: '/portal/complain', status: '/portal/complain/status' } as const;

export function complaintPageRoutes(): Router {
  const router = Router();
  router
    .route('/complaints')
    .get((req, res) => {
      const { certificate } = req.query;
      res.redirect(typeof certificate === 'string' ? complainingOf(certificate) : complaintScreens.complain);
    })
    .all(otherMethods(['get']));
  router
    .route('/complaints/status')
    .get((_req, res) => res.redirect(complaintScreens.status))
    .all(otherMethods(['get']));
  return router;
}

/** Where somebody complains of the institution with this certificate. */
export function complainingOf(certificateNo: string): string {
  return `${complaintScreens.complain}?certificate=${encodeURIComponent(certificateNo)}`;
}

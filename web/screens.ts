import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { nextTick } from 'vue';
import { i18n } from './language';
import Home from './screens/Home.vue';

/** Who a screen is for: everybody, or whoever is signed in. */
declare module 'vue-router' {
  interface RouteMeta {
    readonly title: string;
    readonly signedIn?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: Home, meta: { title: 'nav.home' } },
  { path: '/need', name: 'need', component: () => import('./screens/Need.vue'), meta: { title: 'nav.need' } },
  {
    path: '/my',
    name: 'my',
    component: () => import('./screens/MyCases.vue'),
    meta: { title: 'nav.my', signedIn: true },
  },
  {
    path: '/applications/:id',
    name: 'application',
    component: () => import('./screens/Application.vue'),
    meta: { title: 'apply.title', signedIn: true },
  },
  {
    path: '/worklist',
    name: 'worklist',
    component: () => import('./screens/Worklist.vue'),
    meta: { title: 'nav.worklist', signedIn: true },
  },
  {
    path: '/cases',
    name: 'cases',
    component: () => import('./screens/Cases.vue'),
    meta: { title: 'nav.cases', signedIn: true },
  },
  {
    path: '/cases/:caseId',
    name: 'case',
    component: () => import('./screens/Case.vue'),
    meta: { title: 'cases.way', signedIn: true },
  },
  {
    path: '/evaluations',
    name: 'evaluations',
    component: () => import('./screens/Evaluations.vue'),
    meta: { title: 'nav.evaluations', signedIn: true },
  },
  {
    path: '/visits',
    name: 'visits',
    component: () => import('./screens/Visits.vue'),
    meta: { title: 'nav.visits', signedIn: true },
  },
  {
    path: '/visits/:item',
    name: 'visit',
    component: () => import('./screens/Visit.vue'),
    meta: { title: 'visit.title', signedIn: true },
  },
  {
    path: '/sites',
    name: 'sites',
    component: () => import('./screens/Sites.vue'),
    meta: { title: 'nav.sites', signedIn: true },
  },
  {
    path: '/conference',
    name: 'conference',
    component: () => import('./screens/Conference.vue'),
    meta: { title: 'nav.conference', signedIn: true },
  },
  {
    path: '/responsible',
    name: 'responsible',
    component: () => import('./screens/Responsible.vue'),
    meta: { title: 'nav.responsible', signedIn: true },
  },
  {
    path: '/overdue',
    name: 'overdue',
    component: () => import('./screens/Overdue.vue'),
    meta: { title: 'nav.overdue', signedIn: true },
  },
  {
    path: '/wall',
    name: 'wall',
    component: () => import('./screens/Wall.vue'),
    meta: { title: 'nav.wall', signedIn: true },
  },
  {
    path: '/stuck-cases',
    name: 'repair',
    component: () => import('./screens/StuckCases.vue'),
    meta: { title: 'nav.repair', signedIn: true },
  },
  {
    path: '/counter',
    name: 'counter',
    component: () => import('./screens/Counter.vue'),
    meta: { title: 'nav.counter', signedIn: true },
  },
  {
    path: '/counter/:caseId',
    name: 'counterReceipt',
    component: () => import('./screens/CounterReceipt.vue'),
    meta: { title: 'counter.slip', signedIn: true },
  },
  {
    path: '/take-over',
    name: 'takeOver',
    component: () => import('./screens/TakeOvers.vue'),
    meta: { title: 'nav.takeOver', signedIn: true },
  },
  {
    path: '/my-data',
    name: 'ownData',
    component: () => import('./screens/OwnData.vue'),
    meta: { title: 'nav.ownData', signedIn: true },
  },
  {
    path: '/plans',
    name: 'plans',
    component: () => import('./screens/Plans.vue'),
    meta: { title: 'nav.plans', signedIn: true },
  },
  {
    path: '/services',
    name: 'services',
    component: () => import('./screens/Services.vue'),
    meta: { title: 'nav.services' },
  },
  {
    path: '/complain',
    name: 'complain',
    component: () => import('./screens/Complain.vue'),
    meta: { title: 'complain.title' },
  },
  {
    path: '/complain/status',
    name: 'complaintStatus',
    component: () => import('./screens/ComplaintStatus.vue'),
    meta: { title: 'complain.status' },
  },
  {
    path: '/register',
    name: 'register',
    component: () => import('./screens/Register.vue'),
    meta: { title: 'nav.register' },
  },
  {
    path: '/verify/:no?',
    name: 'verify',
    component: () => import('./screens/Verify.vue'),
    meta: { title: 'nav.verify' },
  },
  {
    path: '/style',
    name: 'style',
    component: () => import('./screens/Style.vue'),
    meta: { title: 'nav.style' },
  },
  {
    path: '/:nowhere(.*)*',
    name: 'nowhere',
    component: () => import('./screens/Nowhere.vue'),
    meta: { title: 'state.notFound' },
  },
];

/** The screens by their addresses; each is loaded when somebody goes there. */
export function createScreens(): Router {
  const router = createRouter({
    history: createWebHistory('/portal/'),
    routes,
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  });
  router.afterEach((to, from) => {
    document.title = `${i18n.global.t(to.meta.title)} · 一窗 OneWindow`;
    if (from.name !== undefined && to.path !== from.path)
      void nextTick(() => document.getElementById('content')?.focus());
  });
  return router;
}

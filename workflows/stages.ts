import type { Stage } from '../domain/vocabulary';
import type { Conductor } from './conductor';

/**
 * The one-stop way of the plan, 三(二)4 and 5, the life of an institution and its demonstration sites, stage by stage. Each resumes from what is open already,
 * asks for what is due, and returns when the stage is settled or the case has left it.
 */
export const stages: Readonly<Record<Stage, (the: Conductor) => Promise<void>>> = {
  /** 受理: within five working days, or the application is deemed accepted (行政许可法 第三十二条). */
  async acceptance(the) {
    await the.ask('accept');
  },
  /** 联审: every consulted unit at once. */
  async jointReview(the) {
    await the.ask('review');
  },
  /** 审批: drafted by one, signed by another. */
  async decision(the) {
    await the.ask('draft');
    await the.ask('decide');
  },
  /** 登记: by ownership at one of three authorities, where due with the supervising authority's approval first. */
  async registration(the) {
    await the.ask('endorse');
    await the.ask('register');
  },
  /** 推送: the registration data goes to the health bureau by itself. */
  async push(the) {
    await pushed(the);
  },
  /** 备案: the institution files; receipt and check run side by side (国卫办人口发〔2019〕25号). */
  async filing(the) {
    await the.ask('file');
    await the.ask('receipt', 'conformity');
  },
  /** 发证. */
  async certificate(the) {
    await the.ask('issue');
  },
  /** 监管: visits in their rhythm, the evaluation of each year, what is found and what follows, until an exit. */
  async supervision(the) {
    await the.supervise();
  },
  /** 退出: children and staff first, then the registration, of which the health bureau is told, then the filing. */
  async exit(the) {
    await the.endWhatIsUnderWay();
    await the.ask('place');
    await the.ask('deregister');
    if (the.owesNow('push')) await pushed(the);
    await the.ask('closeFiling');
  },
  /** 自评. */
  async selfAssessment(the) {
    await the.ask('selfAssess');
  },
  /** 评分: every unit by its duty at once; whoever is silent is left out. */
  async scoring(the) {
    await the.ask('score');
  },
  /** 评定: proposed by one, confirmed by another. */
  async rating(the) {
    await the.ask('rate');
    await the.ask('confirmRating');
  },
  /** 建设: every milestone by its own day. */
  async construction(the) {
    await the.ask('build');
  },
  /** 验收: the units consulted give their opinion, then the lead accepts. */
  async siteAcceptance(the) {
    await the.ask('examineSite');
    await the.ask('acceptSite');
  },
  /** 命名: proposed by one, signed by another. */
  async naming(the) {
    await the.ask('proposeName');
    await the.ask('signName');
  },
  /** 扶持审核: once its papers are handed in, by the unit whose duty it is, then by the finance bureau where it pays. */
  async supportReview(the) {
    await the.ask('submitSupport');
    await the.ask('examineSupport');
    await the.ask('opineSupport');
  },
  /** 扶持决定: drafted by one, signed by another. */
  async supportDecision(the) {
    await the.ask('draftSupport');
    await the.ask('signSupport');
  },
  /** 扶持中: re-checks fall due by the record itself. */
  async supported(the) {
    await the.stay();
  },
  /** 示范: until the site loses its name. */
  async named(the) {
    await the.stay();
  },
};

/** The registration, or its end, goes to the health bureau by itself, however often it takes. */
async function pushed(the: Conductor): Promise<void> {
  await the.carryOut('push', (by) =>
    by.pushRegistration.executeWithOptions({ summary: '推送登记信息 push the registration' }, [
      { caseId: the.caseId },
    ]),
  );
}

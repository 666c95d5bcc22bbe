/** Words of demonstration sites, the joint conference and support. */
export const sitesZh = {
  sites: {
    responsible: '负责单位：{unit}',
    printed: '附件2所列建成时间：{date}',
    completion: '现定建成时间：{date}',
    begin: '立件跟进',
  },
  conference: {
    help: '两次以上逾期、两个以上单位异议、存在争议的办件；会议议定事项在办件页记录。',
    none: '没有需要提交联席会议的办件。',
    held: '上次议定：{date}',
  },
  support: {
    title: '可申请的扶持',
    eligible: '满足条件',
    notEligible: '尚不满足',
    examines: '由{unit}审核',
    papers: '材料：{papers}',
    begin: '申请',
    statement: '申请理由和材料说明',
    ask: '提交申请',
  },
};

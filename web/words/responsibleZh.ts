/** Words about who answers for supervision (专人负责). */
export const responsibleZh = {
  responsible: {
    help: '方案四（三）：各部门要指定专人负责照护工作的监管。负责人不在岗时由替补人负责；空缺会通报领导小组办公室。',
    responsible: '负责人',
    replacement: '替补人',
    none: '未指定',
    today: '今天由谁负责',
    answers: '负责人 {who}',
    standsIn: '替补人 {who}（代）',
    nobody: '今天无人负责',
    absent: '（{from}至{until}不在岗）',
    unfit: '（已不在本单位或账号已停用）',
    since: '自{date}起',
    change: '指定负责人和替补人',
    name: '指定',
    away: '填报不在岗',
    from: '首日',
    until: '末日',
    back: '撤销不在岗',
    gaps: '专人负责的空缺',
    noGaps: '各单位都有人负责。',
  },
};

/** The words of the staff list. */
export const staffZh = {
  staff: {
    title: '人员名册',
    about: '证件到期前 {n} 天提醒机构；过期未换的，由{unit}列为检查发现处理。',
    none: '还没有录入人员。',
    masked: '姓名已遮掩；工作需要时可说明目的查看。',
    enter: '录入人员',
    change: '变更',
    remove: '离岗',
    changeOf: '变更：{who}',
    removeOf: '记录离岗：{who}',
    nameless: '姓名已清除',
    joined: '{date} 上岗',
    left: '{date} 离岗',
    until: '有效期至 {date}',
    issued: '{date} 发证',
    ratios: '保育人员配比',
    ratiosAbout: '按在册人员和核定托位计算，仅供说明，不自动处理。',
    ratio: '托位 {children}，在册保育人员 {carers} 人；每名保育人员照护不超过 {n} 人',
    met: '达标',
    notMet: '未达标',
  },
};

/** The words about institutions that were open before and are taken over. */
export const takeOverZh = {
  takeOver: {
    what: '此前已开办、已登记备案的机构在此录入，即日起监管：不再受理、审批，也不向任何单位推送。多家机构可用文件成批录入（npm run import）。',
    taken: '已纳管的机构',
    enter: '录入一家',
    for: '正在录入 {who} 的机构',
    before: '此前的登记和备案',
    now: '机构现状',
    nowHelp: '按证照和现场填写。须登记的机构填写统一社会信用代码，“是否需要变更登记”选“否”。',
    send: '纳管 {who} 的这家机构',
    done: '已纳管，办件 {caseId}，即日起监管',
  },
};

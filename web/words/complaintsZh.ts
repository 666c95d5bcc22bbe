/** The words about what the public complains of. */
export const complaintsZh = {
  complaints: {
    title: '公众投诉',
    secret: '机构不知道有此投诉，请勿告知。',
    none: '没有投诉。',
    complain: '投诉',
    open: '处理中',
    received: '{date} 收到',
    due: '{date} 前答复',
    answered: '{date} 答复：',
    erased: '内容已清除',
    unnamed: '未留联系方式',
  },
};

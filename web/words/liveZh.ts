/** Words of what is told while it happens. */
export const liveZh = {
  live: {
    toasts: '提醒',
    toastsHelp: '有新的待办或与您有关的进展时提醒',
    newItem: '新待办：{institution} · {what}',
    givenToYou: '交给您办理：{institution}',
    told: '{institution}：{what}',
    several: '有 {n} 项与您有关的新进展',
  },
};

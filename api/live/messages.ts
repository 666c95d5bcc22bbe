/** The messages of a stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */

/** Shows that the stream lives, and notes how far it has told, for who comes back. */
export function beat(position: string): string {
  return `id: ${position}\nevent: beat\ndata: {}\n\n`;
}

export function changeMessage(change: object): string {
  return `event: change\ndata: ${JSON.stringify(change)}\n\n`;
}

/** Not all can be told that was missed: what is shown should be read anew. */
export function gapMessage(position: string): string {
  return `id: ${position}\nevent: gap\ndata: {}\n\n`;
}

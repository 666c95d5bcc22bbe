/** The id of the control for what a JSON pointer names. */
export function fieldId(pointer: string): string {
  return `field${pointer.replace(/[^\w-]+/g, '-')}`;
}

/**
 * The whole address of a one-time link, in the default language of the register.
 *
 * @param publicUrl origin without a slash at the end
 */
export function linkAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/admin/link/${token}`;
}

/** The registry's own namespace in the feed, and its prefix there. The name is for ever: another meaning is another name. */
export const NAMESPACE = 'urn:subprocessor-registry:feed:1';
export const PREFIX = 'registry';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of our namespace, in the form in which the feed's writer takes it. */
export type XmlElement = Readonly<
  Record<string, readonly (XmlElement | { readonly _attr: object } | string)[]>
>;

/** An element that holds other elements, or one text. Attributes without a value are left out. */
export function xmlElement(
  name: string,
  attributes: Attributes,
  content: string | number | readonly (XmlElement | undefined)[] = [],
): XmlElement {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const inside: readonly (XmlElement | string)[] =
    typeof content === 'object' ? content.filter((one) => one !== undefined) : [String(content)];
  return {
    [`${PREFIX}:${name}`]: [...(given.length === 0 ? [] : [{ _attr: Object.fromEntries(given) }]), ...inside],
  };
}

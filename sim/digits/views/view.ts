import { CLASSES, type View } from '../digits.ts';

/** A view with every property. Equal views have equal JSON. */
export type CompleteView = Required<View>;

const allClasses: readonly number[] = Array.from({ length: CLASSES }, (_, label) => label);

/**
 * The view with defaults for the properties that it does not have, and with its classes in order.
 * @throws RangeError when the side is not 14 or 28, the shear is not in [−1, 1], the thickest share is not in (0, 1], or the classes are not one or
 * more distinct digits.
 */
export function completeView({ side, shear = 0, thickest = 1, classes = allClasses }: View): CompleteView {
  if (side !== 14 && side !== 28) throw new RangeError(`side of a view is ${String(side)}: 14 and 28 are allowed`);
  if (!(Math.abs(shear) <= 1)) throw new RangeError(`shear of a view is ${shear}: numbers from -1 to 1 are allowed`);
  if (!(thickest > 0 && thickest <= 1)) {
    throw new RangeError(`thickest share of a view is ${thickest}: numbers above 0 and up to 1 are allowed`);
  }
  const distinct = new Set(classes);
  if (classes.length === 0 || distinct.size < classes.length || !classes.every((label) => allClasses.includes(label))) {
    throw new RangeError(
      `classes of a view are [${classes.join(', ')}]: one or more distinct digits 0 to 9 are allowed`,
    );
  }
  return { side, shear, thickest, classes: allClasses.filter((label) => distinct.has(label)) };
}

/** A description of the view for a report. It leaves out defaults. */
export function describeView({ side, shear, thickest, classes }: CompleteView): string {
  return [
    `${side}×${side}`,
    ...(shear === 0 ? [] : [`sheared by ${shear}`]),
    ...(thickest === 1 ? [] : [`the thickest ${Number((100 * thickest).toPrecision(4))}% of each class`]),
    ...(classes.length === allClasses.length ? [] : [`classes ${classes.join(', ')}`]),
  ].join(', ');
}

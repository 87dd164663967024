import type { ImageSource, MachineControl } from '../../model/index.ts';

/** A control plane that makes its machines of an image: where that cannot be read, none are to be had. */
export const imaged = (control: MachineControl, image: ImageSource, places: readonly number[]): MachineControl => ({
  usable: () => control.usable(),
  grants: (place) => control.grants(place) && image.readable(place),
  listen: (listener) => {
    control.listen(listener);
    image.listen(places, listener);
  },
});

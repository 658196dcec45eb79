import { collect } from '../../sim/regression/index.ts';
import { wrongSimulator } from '../mutant.ts';

export const sharedNoise = wrongSimulator('shared-noise', 'all directions draw their labels from the same noise', {
  collect: (stream, mean, sd, center, halfWidth, count, into) => {
    const { position } = stream;
    collect(stream, mean, sd, center, halfWidth, count, into);
    // The normals made ahead are read again by the next direction.
    stream.position = position;
  },
});

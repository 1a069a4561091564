import { Icon, type IconName } from '../web/components/icon.js';

/** An icon that stands alone and therefore says its own name. */
export const SpokenIcon = ({ name, label }: { name: IconName; label: string }) => (
  <span role="img" aria-label={label} title={label}>
    <Icon name={name} />
  </span>
);

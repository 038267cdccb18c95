import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';

export const choiceIcons = { for: Check, against: X, abstain: Minus };

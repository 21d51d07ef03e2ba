import './index.css';
import './shell/explorer-app';

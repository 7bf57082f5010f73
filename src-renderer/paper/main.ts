// SPDX-License-Identifier: EUPL-1.2
/** Starts the page that shows what the virtual printer prints. */
import { mount } from 'svelte';
import '../lib/theme.css';
import './paper.css';
import Paper from './Paper.svelte';

mount(Paper, { target: document.body });

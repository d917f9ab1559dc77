//! Every rule, with a case that breaks it.

//! What all screens are put together from. Each widget draws into the rectangle it is given and
//! keeps nothing; what is typed lives in [`TextField`] and [`SecretField`].

mod choice_list;
mod page;
mod paragraph;
mod qr;
mod secret_field;
mod text_field;
mod verdict;

pub use choice_list::{Choice, choice_list, choice_rows, pages};
pub use page::{Header, MIN_COLUMNS, MIN_ROWS, Pointed, languages, page, page_pointed, too_small};
pub use paragraph::{below, column, column_of, cut, lines_of, paragraph, wrap};
pub use qr::{qr, qr_code, qr_fitting};
pub use secret_field::{SecretField, secret_field};
pub use text_field::{TextField, text_field};
pub use verdict::{Tone, verdict};

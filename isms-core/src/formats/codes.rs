//! Codes of notes, each with its text and its explanation.

macro_rules! codes {
    ($(#[$doc:meta])* $($name:ident $text:literal $explanation:literal,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Code {
            $(#[doc = $explanation] $name,)*
        }

        impl Code {
            const ALL: &[Self] = &[$(Self::$name),*];

            fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            fn explanation(self) -> &'static str {
                match self { $(Self::$name => $explanation,)* }
            }
        }
    };
}
pub(super) use codes;

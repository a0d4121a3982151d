pub mod rgaa;
pub mod text;

// imports

"""What watches over the house: checkers and makers of lock files. No part of the program."""
